/** The build takes stylesheets out of the code into a file of their own; an import of one brings nothing. */
declare module "*.css";
