/** The demo factory, a small maker of furniture: its units, stores, locations and work centers. Invented for this product. */

export const units = `code,description,decimals
EA,Each,0
SET,Set,0
M,Metre,2
M2,Square metre,3
KG,Kilogram,3
L,Litre,3
`;

export const calendars = `code,weekdays,hours per day
WEEK,1111100,8
`;

export const stores = `code,name,calendar,makes,default
MAIN,Main Plant,WEEK,yes,yes
EAST,East Assembly,WEEK,yes,no
SHOP,Showroom Store,,no,no
`;

export const locations = `store,code,name,output
MAIN,FG-01,Finished goods,yes
MAIN,RM-01,Raw material,no
MAIN,WIP-01,Work in progress,no
EAST,FG-E1,Finished goods east,yes
EAST,RM-E1,Raw material east,no
SHOP,SH-01,Showroom floor,yes
`;

export const workCenters = `store,code,name,weekly hours,capacity,cost rate
MAIN,SAW,Panel saw,40,1,48
MAIN,CNC,Milling machine,80,2,65
MAIN,SAND,Sanding,40,3,32
MAIN,FINISH,Oil and paint shop,40,2,38
MAIN,ASSY,Assembly benches,40,6,30
MAIN,PACK,Packing,40,2,26
EAST,ASSY-E,Assembly east,40,4,30
EAST,PACK-E,Packing east,40,1,26
`;
