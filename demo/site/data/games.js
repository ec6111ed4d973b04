/** The games: id, name, provider, kind, motif and two colours of the art, and return to player in percent. */
const ROWS = `
HallOfGods|Hall of Gods|Polar Studios|jackpot|crown|#f6c453|#7a2cff|95.7
AuroraRush|Aurora Rush|Polar Studios|slot|aurora|#3df0b4|#3b3bff|96.4
TigerEmperor|Tiger Emperor|Lantern Play|slot|sun|#ff8a3d|#c2185b|96.1
EyeOfTheStorm|Eye of the Storm|Lantern Play|slot|eye|#31c6ff|#1b2a8a|96.5
CrystalFjord|Crystal Fjord|Polar Studios|slot|gem|#7ce7ff|#3152d6|96.2
MegaNorth|Mega North|Polar Studios|jackpot|star|#ffd166|#0b7a75|94.9
PharaohsHour|Pharaoh's Hour|Delta Nine|slot|pyramid|#ffcf6b|#b3541e|96.0
LuckyOrchard|Lucky Orchard|Copperpot|slot|clover|#8ee34f|#0b6b3a|95.8
NeonSevens|Neon Sevens|Copperpot|slot|seven|#ff4fa3|#4b1bb5|96.3
DragonLedger|Dragon Ledger|Lantern Play|jackpot|flame|#ff6b4a|#7d1024|95.1
OrbitDrop|Orbit Drop|Delta Nine|slot|planet|#a78bfa|#172554|96.6
RouletteNoir|Roulette Noir|Table Nine|live|wheel|#ff5c72|#1d1230|97.3
BlackjackFjord|Blackjack Fjord|Table Nine|live|cards|#39d98a|#0a3d2c|99.5
BaccaratSalon|Baccarat Salon|Table Nine|live|cards|#ffb454|#5a1836|98.9
DiceHarbour|Dice Harbour|Table Nine|table|dice|#5ee0ff|#123a6b|98.6
CashUltimate|Cash Ultimate|Copperpot|jackpot|coins|#ffe08a|#0f6b4f|95.3
AmazingLinkFates|Amazing Link Fates|Delta Nine|slot|gem|#f59cff|#5b21b6|96.0
SantasWonderland|Santa's Wonderland|Copperpot|slot|snow|#e6f4ff|#b3203a|96.2
ReefRiches|Reef Riches|Lantern Play|slot|waves|#45e0d0|#0b4f8a|96.1
VikingTide|Viking Tide|Polar Studios|slot|waves|#9ad0ff|#2b2f77|96.7
GoldenKaravan|Golden Karavan|Delta Nine|jackpot|sun|#ffd98a|#8a3b12|95.0
MidnightExpress|Midnight Express|Delta Nine|slot|star|#8fa8ff|#131a4a|96.4
PhoenixFive|Phoenix Five|Lantern Play|slot|flame|#ffb347|#b81d5b|96.3
LunarGarden|Lunar Garden|Copperpot|slot|aurora|#c9a7ff|#0d5c63|95.9
SpeedRoulette|Speed Roulette|Table Nine|live|wheel|#46e6a1|#12313d|97.3
PuntoBanco|Punto Banco|Table Nine|table|cards|#7cc4ff|#1a2b63|98.8
SkyPyramids|Sky Pyramids|Delta Nine|slot|pyramid|#8fe3ff|#5b3bb0|96.2
RoyalMint|Royal Mint|Copperpot|jackpot|coins|#ffd24a|#6a1b9a|95.2
CloverCourt|Clover Court|Copperpot|slot|clover|#b7f26b|#1f6f4a|96.0
CrownHeist|Crown Heist|Lantern Play|slot|crown|#ff9f6e|#2d1b69|96.5
`;

export const GAMES = ROWS.trim()
  .split("\n")
  .map((row) => {
    const [id, name, provider, kind, motif, light, deep, rtp] = row.split("|");
    return { id, name, provider, kind, motif, light, deep, rtp };
  });

export const gamesOfKind = (...kinds) => GAMES.filter((game) => kinds.includes(game.kind));
export const gamesById = (...ids) => ids.map((id) => GAMES.find((game) => game.id === id));
