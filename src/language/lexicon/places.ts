// Countries with their people's adjective and the capital that speaks for them; other places that are no people.

/** country | adjectives | capital or seat that speaks for it ("Moscow said") */
const COUNTRIES = `
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|
Bolivia|Bolivian|La Paz
Bosnia|Bosnian|Sarajevo
Brazil|Brazilian|Brasilia
Bulgaria|Bulgarian|Sofia
Burma|Burmese|
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian|Ottawa
Chad|Chadian|
Chile|Chilean|Santiago
China|Chinese|Beijing
Colombia|Colombian|Bogota
Congo|Congolese|Kinshasa
Croatia|Croatian|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czechia|Czech|Prague
Denmark|Danish,Dane|Copenhagen
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
England|English|
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish|Helsinki
France|French|Paris
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovan,Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|
Macedonia|Macedonian|Skopje
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Myanmar||Naypyidaw
Nepal|Nepalese,Nepali|Kathmandu
Netherlands|Dutch|The Hague
New Zealand||Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|
Paraguay|Paraguayan|
Peru|Peruvian|Lima
Philippines|Philippine,Filipino|Manila
Poland|Polish,Pole|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia|Russian|Moscow,Kremlin
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi|Riyadh
Scotland|Scottish|Edinburgh
Senegal|Senegalese|Dakar
Serbia|Serbian|Belgrade
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea|South Korean|Seoul
Spain|Spanish,Spaniard|Madrid
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey|Turkish|Ankara
Türkiye||
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United Arab Emirates|Emirati|Abu Dhabi
United Kingdom|British,Briton|London,Downing Street,Whitehall
Britain||
United States|American|Washington,White House
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vatican||Vatican City
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare`;

const OTHERS = `
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon
Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Rhode_Island South_Carolina South_Dakota West_Virginia Puerto_Rico Guam Virginia D.C. U.S. U.K. US UK EU E.U.
New_York_City Los_Angeles Chicago Houston Philadelphia Phoenix San_Antonio San_Diego Dallas San_Jose San_Francisco Austin Jacksonville Columbus Charlotte Indianapolis Seattle Denver Boston Nashville Detroit Portland Memphis Las_Vegas Louisville Baltimore Milwaukee Albuquerque Tucson Fresno
Sacramento Atlanta Kansas_City Omaha Miami Oakland Minneapolis Tulsa Tampa New_Orleans Cleveland Honolulu Orlando Pittsburgh Cincinnati St._Louis St._Petersburg Buffalo Raleigh Richmond Baton_Rouge Des_Moines Salt_Lake_City Birmingham Brooklyn Manhattan Queens Bronx Harlem Hollywood Long_Island Staten_Island Silicon_Valley Wall_Street Capitol_Hill
Toronto Montreal Vancouver Calgary Edmonton Winnipeg Quebec Ontario Alberta Manitoba Saskatchewan British_Columbia Nova_Scotia New_Brunswick Sydney Melbourne Brisbane Perth Adelaide Auckland Queensland Victoria New_South_Wales Tasmania
Manchester Liverpool Glasgow Leeds Bristol Belfast Northern_Ireland Hamburg Munich Frankfurt Cologne Stuttgart Marseille Lyon Nice Strasbourg Barcelona Valencia Seville Milan Naples Turin Venice Florence Geneva Zurich Basel Davos Brussels Antwerp Amsterdam Rotterdam Istanbul Izmir Aleppo Idlib Homs Raqqa Mosul Basra Fallujah Erbil Gaza West_Bank Golan Golan_Heights
Haifa Tel_Aviv Hebron Mecca Medina Jeddah Dubai Aden Hodeidah Benghazi Sirte Alexandria Casablanca Lagos Johannesburg Cape_Town Durban Mumbai Kolkata Chennai Bangalore Bengaluru Hyderabad Karachi Lahore Peshawar Kashmir Punjab Kandahar Helmand Shanghai Shenzhen Guangzhou Wuhan Xinjiang Tibet Hong_Kong Macau Osaka Hiroshima Nagasaki Fukushima Okinawa Busan
Crimea Donbas Donbass Donetsk Luhansk Lugansk Kharkiv Kharkov Kherson Zaporizhzhia Mariupol Odesa Odessa Lviv Bakhmut Avdiivka Sevastopol Dnipro Chernihiv Sumy Bucha Irpin Kramatorsk Sochi Kazan Chechnya Grozny Dagestan Siberia Kaliningrad Kursk Belgorod Bryansk Rostov Transnistria Nagorno-Karabakh Abkhazia South_Ossetia Catalonia Bavaria Saxony Corsica Sicily Flanders Wallonia Rio_de_Janeiro Sao_Paulo São_Paulo
West Africa Asia Europe America North_America South_America Latin_America Central_America Middle_East Far_East Near_East Eastern_Europe Western_Europe Central_Europe Central_Asia Southeast_Asia Balkans Baltics Caucasus Scandinavia Caribbean Antarctica Arctic Oceania Eurasia Gulf Persian_Gulf Black_Sea Baltic_Sea South_China_Sea East_China_Sea Mediterranean Atlantic Pacific Red_Sea
Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo N.C. N.J. N.H. N.M. N.Y. N.D. S.C. S.D. R.I.
Guantanamo Guantanamo_Bay Kennedy_Airport Camp_David Mar-a-Lago Ferguson Benghazi Sandy_Hook Parkland Charlottesville Bowling_Green Ann_Arbor Palm_Beach Fort_Lauderdale Colorado_Springs Cedar_Rapids Palo_Alto Santa_Monica Santa_Fe Little_Rock Green_Bay El_Paso Fort_Worth Silicon Orlando`;

export interface Country {
  readonly name: string;
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
}

export const COUNTRY_ROWS: readonly Country[] = COUNTRIES.trim()
  .split("\n")
  .map((row) => row.split("|"))
  .map(([name, adjectives, capitals]) => ({
    name: name!,
    adjectives: adjectives ? adjectives.split(",") : [],
    capitals: capitals ? capitals.split(",") : [],
  }));

/** Names of places in lower case: countries, capitals, states, cities, regions. */
export const PLACES: ReadonlySet<string> = new Set([
  ...COUNTRY_ROWS.flatMap((row) => [row.name.toLowerCase(), ...row.capitals.map((city) => city.toLowerCase())]),
  ...OTHERS.split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.replaceAll("_", " ").toLowerCase()),
]);

/** Adjectives of nation, creed and party in lower case: they come before a name and are no part of it. */
export const DEMONYMS: ReadonlySet<string> = new Set([
  ...COUNTRY_ROWS.flatMap((row) => row.adjectives.map((word) => word.toLowerCase())),
  ..."republican democrat democratic libertarian gop conservative liberal labour tory socialist communist nationalist independent catholic protestant orthodox christian muslim jewish hindu buddhist sunni shiite shia kurdish kurd arab african asian european latino latina hispanic native african-american eu nato un u.s. us uk u.k. u.n. texan californian floridian black white western eastern northern southern soviet catalan basque flemish tibetan uyghur chechen crimean mormon evangelical episcopal lutheran baptist methodist anglican nazi zionist islamist islamic".split(
    " ",
  ),
]);

/** Country by its name, adjective or capital, in lower case: "russian", "moscow", "russia" → "Russia". */
export const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  COUNTRY_ROWS.flatMap(({ name, adjectives, capitals }) =>
    [name, ...adjectives, ...capitals].map((word): [string, string] => [word.toLowerCase(), name]),
  ).concat(
    ["us", "u.s.", "u.s", "america"].map((word): [string, string] => [word, "United States"]),
    [
      ["uk", "United Kingdom"],
      ["u.k.", "United Kingdom"],
      ["britain", "United Kingdom"],
    ],
  ),
);
