/** What the demo factory has and what is wanted of it; about a dozen items are short. */
import { addDays, type CalendarDate } from "../../shared/quantity/calendar-date.ts";

export const stock = `item,store,location,available,not available,allocated
CHAIR-OAK,MAIN,FG-01,18,2,4
CHAIR-OAK,SHOP,SH-01,6,0,0
CHAIR-BLK,MAIN,FG-01,9,0,0
CHAIR-KID,MAIN,FG-01,26,0,2
TABLE-180,MAIN,FG-01,3,1,1
TABLE-220,MAIN,FG-01,2,0,0
TABLE-CAFE,MAIN,FG-01,14,0,0
BENCH-140,MAIN,FG-01,6,0,0
SHELF-5,EAST,FG-E1,4,0,1
SHELF-3,EAST,FG-E1,31,0,0
STOOL-45,MAIN,FG-01,12,0,0
STOOL-65,MAIN,FG-01,22,0,0
DESK-120,MAIN,FG-01,3,0,0
DESK-160,MAIN,FG-01,7,0,0
CAB-2D,MAIN,FG-01,2,0,0
00417,MAIN,FG-01,5,0,0
00423,MAIN,FG-01,38,0,0
SEAT-OAK,MAIN,WIP-01,44,0,0
SEAT-BLK,MAIN,WIP-01,52,0,0
BACK-STD,MAIN,WIP-01,96,0,0
FRAME-CH,MAIN,WIP-01,33,0,0
LEGSET-72,MAIN,WIP-01,27,0,0
LEGSET-45,MAIN,WIP-01,18,0,0
TOP-180,MAIN,WIP-01,5,0,0
SHELF-BOARD,MAIN,WIP-01,140,0,0
SIDE-PANEL,MAIN,WIP-01,66,0,0
OAK-27,MAIN,RM-01,88.4,0,0
OAK-40,MAIN,RM-01,31.25,0,0
BIRCH-18,MAIN,RM-01,142.6,0,0
DOWEL-8,MAIN,RM-01,6400,0,0
SCREW-4X40,MAIN,RM-01,9200,0,0
SCREW-5X60,MAIN,RM-01,4100,0,0
BOLT-M8,MAIN,RM-01,1250,0,0
GLUE-PVA,MAIN,RM-01,34.5,0,0
OIL-HARD,MAIN,RM-01,12.8,0,0
PAINT-BLK,MAIN,RM-01,21,0,0
FABRIC-GRY,MAIN,RM-01,46,0,0
HOOK-BRS,MAIN,RM-01,310,0,0
CARTON-S,MAIN,RM-01,260,0,0
CARTON-L,MAIN,RM-01,75,0,0
LAMP-ARC,SHOP,SH-01,1,0,0
`;

export function salesOrders(today: CalendarDate): string {
  const day = (from: number): string => addDays(today, from);
  return `document,line,item,store,quantity,done,need date,status,party
SO-20418,1,CHAIR-OAK,MAIN,24,0,${day(12)},released,Café Linden
SO-20418,2,TABLE-CAFE,MAIN,6,0,${day(12)},released,Café Linden
SO-20421,1,TABLE-180,MAIN,4,1,${day(9)},released,Hotel Maas
SO-20421,2,CHAIR-OAK,MAIN,32,8,${day(9)},released,Hotel Maas
SO-20421,3,BENCH-140,MAIN,4,0,${day(16)},released,Hotel Maas
SO-20425,1,DESK-160,MAIN,5,0,${day(20)},released,Studio Noord
SO-20425,2,LAMP-ARC,SHOP,5,0,${day(20)},released,Studio Noord
SO-20430,1,SHELF-5,EAST,12,2,${day(7)},released,Boekhandel De Hoek
SO-20430,2,SHELF-3,EAST,8,0,${day(7)},released,Boekhandel De Hoek
SO-20433,1,STOOL-65,MAIN,16,0,${day(14)},released,Bar Zuid
SO-20433,2,TABLE-CAFE,MAIN,8,0,${day(14)},draft,Bar Zuid
SO-20436,1,CHAIR-KID,MAIN,30,0,${day(25)},released,Kindergarten Elf
SO-20436,2,TABLE-180,MAIN,2,0,${day(25)},released,Kindergarten Elf
SO-20440,1,CAB-2D,MAIN,3,0,${day(18)},released,Praktijk Vos
SO-20440,2,00417,MAIN,10,0,${day(18)},released,Praktijk Vos
SO-20444,1,DESK-120,MAIN,6,0,${day(30)},released,Gemeente Westland
SO-20444,2,CHAIR-BLK,MAIN,18,0,${day(30)},released,Gemeente Westland
SO-20444,3,RUG-200,SHOP,2,0,${day(30)},released,Gemeente Westland
SO-20447,1,TABLE-220,MAIN,3,0,${day(35)},draft,Familie Bos
SO-20447,2,CHAIR-OAK,MAIN,8,0,${day(35)},draft,Familie Bos
`;
}

export function purchaseOrders(today: CalendarDate): string {
  const day = (from: number): string => addDays(today, from);
  return `document,line,item,store,quantity,done,need date,status,party
PO-7710,1,OAK-27,MAIN,100,0,${day(8)},released,Houthandel Rijn
PO-7710,2,OAK-40,MAIN,60,0,${day(8)},released,Houthandel Rijn
PO-7714,1,OIL-HARD,MAIN,40,0,${day(5)},released,Verf & Co
PO-7718,1,SEAT-OAK,MAIN,40,10,${day(11)},released,Zagerij Oost
PO-7718,2,FRAME-CH,MAIN,30,0,${day(11)},released,Zagerij Oost
PO-7721,1,CARTON-L,MAIN,250,0,${day(4)},released,Karton Plus
PO-7725,1,STOOL-45,MAIN,20,0,${day(21)},draft,Meubel Import
PO-7725,2,LAMP-ARC,SHOP,10,0,${day(21)},released,Meubel Import
PO-7729,1,HOOK-BRS,MAIN,500,0,${day(13)},released,Metaal Noord
PO-7731,1,SHELF-BOARD,MAIN,60,0,${day(10)},released,Zagerij Oost
`;
}
