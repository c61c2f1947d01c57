import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { fileURLToPath } from "node:url";
import { manifestFor, readBaseUrl } from "./scripts/manifest/base-url.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Two pages that know nothing of each other: the task pane as it ships, and the workbench around it. */
export default (_environment, { mode = "production" }) => {
  const baseUrl = readBaseUrl(process.env.MO_PLANNER_BASE_URL);
  return [addinBuild(mode, baseUrl), workbenchBuild(mode)];
};

function addinBuild(mode, baseUrl) {
  return {
    ...pageBuild({ name: "addin", mode }),
    entry: { early: at("addin/entry/early.ts"), taskpane: at("addin/entry/taskpane.tsx") },
    plugins: [
      new HtmlPlugin({
        ...page,
        template: at("addin/entry/taskpane.html"),
        filename: "taskpane.html",
        chunks: ["taskpane"],
        templateParameters: (compilation) => ({ early: onlyFileOf(compilation, "early") }),
      }),
      stylesheets(),
      new CopyPlugin({
        patterns: [
          { from: at("addin/icons/*.png"), to: "icons/[name][ext]" },
          { from: at("addin/entry/help.html"), to: "help.html" },
          {
            from: at("manifest.xml"),
            to: at("dist/manifest.xml"),
            transform: (source) => manifestFor(source.toString("utf8"), baseUrl),
          },
        ],
      }),
    ],
  };
}

function workbenchBuild(mode) {
  return {
    ...pageBuild({ name: "workbench", mode }),
    entry: { workbench: at("workbench/page/main.ts") },
    plugins: [
      new HtmlPlugin({ ...page, template: at("workbench/page/index.html"), filename: "index.html" }),
      stylesheets(),
    ],
  };
}

// Pages are not minified: the service looks for <head> and for the address of office.js in the page, and a reader of the
// shipped page should find them too.
const page = { favicon: at("addin/icons/app.svg"), minify: false, scriptLoading: "defer" };

/** The page waits for it, so it must be whole in one file; where it stands in the page, the template says. */
function onlyFileOf(compilation, entry) {
  const files = compilation.entrypoints.get(entry).getFiles();
  const [file, another] = files.filter((name) => name.endsWith(".js"));
  if (file === undefined || another !== undefined)
    throw new Error(`${entry} is not one file: ${files.join()}`);
  return file;
}

// Names carry a hash of the content, which the service lets browsers keep for ever; only the pages stay fresh.
const stylesheets = () => new MiniCssExtractPlugin({ filename: "[name].[contenthash:16].css" });

function pageBuild({ name, mode }) {
  return {
    name,
    mode,
    target: ["web", "es2022"],
    // No eval in development either: the page must run under a strict Content-Security-Policy.
    devtool: "source-map",
    output: {
      path: at(`dist/${name}`),
      filename: "[name].[contenthash:16].js",
      assetModuleFilename: "assets/[name].[contenthash:16][ext]",
      publicPath: "auto",
      clean: true,
    },
    module: { rules: [typescriptRule, cssRule] },
    cache: {
      type: "filesystem",
      cacheDirectory: at(".cache/webpack"),
      buildDependencies: { config: [at("webpack.config.mjs")] },
    },
    // A shared file for what comes from packages changes only when a package does, and stays in the browser's cache.
    optimization: { minimizeOptions: { html: false }, splitChunks: { chunks: "all" } },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

const typescriptRule = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  },
};

const cssRule = { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] };
