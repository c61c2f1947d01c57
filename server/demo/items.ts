/** The demo factory's items: what is sold, what goes into it, and what is only bought. */

export const items = `number,description,unit,make,buy,reorder point,reorder quantity,lead time days
CHAIR-OAK,Oak dining chair,EA,yes,no,40,60,4
CHAIR-BLK,Black dining chair,EA,yes,no,30,40,5
CHAIR-KID,Children's chair,EA,yes,no,20,30,4
TABLE-180,Dining table 180 cm,EA,yes,no,10,12,6
TABLE-220,Dining table 220 cm,EA,yes,no,6,8,6
TABLE-CAFE,Café table round,EA,yes,no,12,20,5
BENCH-140,Bench 140 cm,EA,yes,no,15,20,4
BENCH-200,Bench 200 cm (new),EA,yes,no,0,0,4
SHELF-5,Bookshelf five boards,EA,yes,no,15,20,4
SHELF-3,Bookshelf three boards,EA,yes,no,20,24,3
STOOL-45,Stool 45 cm,EA,yes,no,25,30,3
STOOL-65,Bar stool 65 cm,EA,yes,no,20,24,3
DESK-120,Writing desk 120 cm,EA,yes,no,8,10,6
DESK-160,Writing desk 160 cm,EA,yes,no,6,8,7
CAB-2D,Cabinet two doors,EA,yes,no,8,10,7
00417,Coat rack,EA,yes,no,20,25,2
00423,Wall hook rail,EA,yes,no,25,40,2
SEAT-OAK,Chair seat oak,EA,yes,no,60,80,2
SEAT-BLK,Chair seat black,EA,yes,no,40,60,3
BACK-STD,Chair back,EA,yes,no,80,100,2
FRAME-CH,Chair frame,EA,yes,no,60,80,3
LEGSET-72,Leg set 72 cm,SET,yes,no,20,30,2
LEGSET-45,Leg set 45 cm,SET,yes,no,30,40,2
TOP-180,Table top 180 cm,EA,yes,no,8,10,3
TOP-220,Table top 220 cm,EA,yes,no,6,8,3
TOP-CAFE,Table top round 70 cm,EA,yes,no,12,16,3
SHELF-BOARD,Shelf board 80 cm,EA,yes,no,100,120,1
SIDE-PANEL,Shelf side panel,EA,yes,no,60,80,2
DRAWER-STD,Drawer 45 cm,EA,yes,no,20,30,2
DOOR-STD,Cabinet door,EA,yes,no,20,24,2
HARDWARE-KIT,Hardware kit,SET,yes,no,0,0,0
OAK-27,Oak board 27 mm,M2,no,yes,40,100,10
OAK-40,Oak board 40 mm,M2,no,yes,25,60,10
BIRCH-18,Birch plywood 18 mm,M2,no,yes,60,150,7
DOWEL-8,Dowel 8 mm,EA,no,yes,2000,5000,5
SCREW-4X40,Screw 4 x 40,EA,no,yes,4000,10000,5
SCREW-5X60,Screw 5 x 60,EA,no,yes,2000,5000,5
BOLT-M8,Bolt M8,EA,no,yes,800,2000,5
NUT-M8,Nut M8,EA,no,yes,800,2000,5
INSERT-M8,Threaded insert M8,EA,no,yes,400,1000,5
GLUE-PVA,Wood glue,KG,no,yes,20,50,4
OIL-HARD,Hardwax oil,L,no,yes,15,40,6
PAINT-BLK,Black paint,L,no,yes,10,30,6
FABRIC-GRY,Grey fabric,M,no,yes,30,80,12
FOAM-40,Seat foam 40 mm,M2,no,yes,15,40,8
HINGE-35,Hinge 35 mm,EA,no,yes,100,300,6
SLIDE-450,Drawer slide 450 mm,SET,no,yes,40,100,9
HANDLE-128,Handle 128 mm,EA,no,yes,60,150,6
FELT-PAD,Felt pad,EA,no,yes,1000,3000,4
LABEL-STD,Product label,EA,no,yes,500,2000,3
CARTON-S,Carton small,EA,no,yes,150,400,3
CARTON-L,Carton large,EA,no,yes,100,250,3
EDGE-OAK,Oak edge band,M,no,yes,100,300,5
HOOK-BRS,Brass hook,EA,no,yes,200,500,8
STEEL-TUBE,Steel tube 25 mm,M,no,yes,50,120,7
LAMP-ARC,Arc lamp,EA,no,yes,5,10,14
RUG-200,Wool rug 200 cm,EA,no,yes,4,8,20
`;

export const itemAliases = `item,alias,kind
CHAIR-OAK,5012345678900,UPC
CHAIR-OAK,OC-1,alternate
TABLE-180,T180,alternate
SHELF-5,5012345678931,UPC
00417,CR-417,alternate
`;
