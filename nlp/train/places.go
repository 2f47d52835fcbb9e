package train

import "strings"

// Names that we list ourselves, common knowledge all of them. They mark peoples
// in the training data and fill the sentences of our own.

func demonyms() []string { return strings.Fields(demonymList) }

const demonymList = `Afghan Albanian Algerian American Andorran Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani Azeri
Bahraini Bangladeshi Belarusian Belgian Beninese Bolivian Bosnian Brazilian British Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Chadian Chilean
Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dominican Dutch Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian European
Filipino Finnish French Gabonese Gambian Georgian German Ghanaian Greek Guatemalan Guinean Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian
Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan
Lithuanian Macedonian Malawian Malaysian Malian Maltese Mauritanian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali
Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Peruvian Philippine Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran
Saudi Scottish Senegalese Serbian Singaporean Slovak Slovenian Somali Spanish Sudanese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Togolese
Tunisian Turkish Turkmen Ugandan Uighur Uyghur Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian Zimbabwean
Arab African Asian Western Soviet Muslim Islamic Islamist Christian Jewish Sunni Shiite Shia Hindu Buddhist Catholic Protestant Orthodox Chechen Crimean Basque Catalan Rohingya
Houthi Alawite Druze Coptic Hutu Tutsi Sikh Tamil Kashmiri Pashtun Hazara Yazidi Republican Democratic Communist Maoist Zionist`

// twoWordPeoples are peoples whose names have two words.
const twoWordPeoples = `South Korean, North Korean, South African, Sri Lankan, Saudi Arabian, Costa Rican, South Sudanese, Central African, West African, East Timorese, Latin American, Middle Eastern`

const countries = `Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh, Belarus, Belgium, Benin, Bolivia, Bosnia,
Botswana, Brazil, Britain, Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Denmark, Djibouti,
Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary,
Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya,
Lithuania, Luxembourg, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mexico, Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands,
New Zealand, Nicaragua, Niger, Nigeria, North Korea, Norway, Oman, Pakistan, Palestine, Panama, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal,
Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo,
Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, U.S., US, UK, USA, UAE, Uruguay, Uzbekistan, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe`

const cities = `Abuja, Accra, Addis Ababa, Algiers, Amman, Ankara, Athens, Baghdad, Baku, Bamako, Bangkok, Beijing, Beirut, Belgrade, Berlin, Bishkek, Bogota, Bratislava, Brussels, Bucharest, Budapest, Buenos Aires,
Cairo, Canberra, Caracas, Copenhagen, Dakar, Damascus, Dhaka, Doha, Dublin, Geneva, Hanoi, Harare, Havana, Helsinki, Hong Kong, Islamabad, Istanbul, Jakarta, Jerusalem, Juba, Kabul, Kampala, Khartoum, Kiev, Kyiv,
Kigali, Kinshasa, Kuala Lumpur, Lagos, Lima, Lisbon, Ljubljana, London, Luanda, Madrid, Manila, Mexico City, Minsk, Mogadishu, Moscow, Nairobi, New Delhi, New York, Niamey, Oslo, Ottawa, Paris, Phnom Penh, Port - au - Prince, Prague,
Pretoria, Pyongyang, Quito, Rabat, Riyadh, Rome, Sanaa, Santiago, Sarajevo, Seoul, Shanghai, Skopje, Sofia, Stockholm, Taipei, Tallinn, Tashkent, Tbilisi, Tehran, Tel Aviv, Tirana, Tokyo, Tripoli, Tunis, Vienna, Vilnius, Warsaw,
Washington, Yangon, Yerevan, Zagreb, Aleppo, Mosul, Kharkiv, Odesa, Mariupol, Donetsk, Sevastopol, Rafah, Khan Younis, Nablus, Hebron, Kandahar, Herat, Goma, Benghazi, Homs, Idlib, Aden, Peshawar, Karachi, Mumbai, Basra, Erbil`

const regions = `Gaza, Gaza Strip, West Bank, Crimea, Donbas, Kashmir, Darfur, Tigray, Golan Heights, South China Sea, Black Sea, Red Sea, Persian Gulf, Taiwan Strait, Korean Peninsula, Middle East, Central Asia, Horn of Africa, Sahel, Balkans,
Nagorno - Karabakh, South Ossetia, Abkhazia, Transnistria, Chechnya, Kurdistan, Xinjiang, Tibet, Western Sahara, Sinai, North Kivu, Helmand, Latin America, Southeast Asia, Eastern Europe, Europe, Africa, Asia, Strait of Hormuz, Gulf of Aden, Mediterranean Sea`

const organisations = `United Nations, European Union, African Union, Arab League, Security Council, U.N. Security Council, World Bank, International Monetary Fund, World Health Organization, World Trade Organization, International Criminal Court,
Red Cross, Amnesty International, Human Rights Watch, Hamas, Hezbollah, Islamic State, Islamic Jihad, Taliban, Boko Haram, al - Qaeda, al - Shabaab, Muslim Brotherhood, Houthis, Palestinian Authority, Fatah, Wagner Group, Rapid Support Forces,
Foreign Ministry, Defense Ministry, Interior Ministry, Ministry of Defense, Ministry of Foreign Affairs, State Department, Defense Department, Central Bank, Supreme Court, Constitutional Court, National Assembly, House of Commons, Senate, Congress, Knesset, Bundestag,
Communist Party, Labour Party, Conservative Party, Liberal Party, Republican Party, Democratic Party, Revolutionary Guards, European Commission, European Parliament, General Assembly, Gulf Cooperation Council, Shanghai Cooperation Organisation,
International Atomic Energy Agency, Central Intelligence Agency, Boeing, Gazprom, Huawei, Microsoft, Rosneft, Airbus, Syrian Democratic Forces, National Transitional Council, Reuters, Associated Press, Xinhua, Interfax, Tass, Al Jazeera, BBC News, New York Times`

const acronyms = `NATO, UN, EU, U.N., AU, OPEC, IAEA, WHO, WTO, IMF, ASEAN, OSCE, UNICEF, UNHCR, CIA, FBI, FSB, PKK, YPG, SDF, PLO, IDF, ECOWAS, OAS, ICC, AP, AFP, Reuters, Xinhua, BBC, CNN, UNIFIL, BRICS, ISIS, ISIL, FARC, ELN, G7, MSF, RSF`

const givenNames = `Vladimir, Xi, Joe, Donald, Barack, George, Angela, Emmanuel, Olaf, Boris, David, Tony, Theresa, Antony, Hillary, John, Sergei, Sergey, Dmitry, Volodymyr, Viktor, Yulia, Petro, Alexander, Recep, Ahmet, Mevlut, Hakan, Bashar, Hassan, Mohammad,
Mohammed, Muhammad, Ali, Hossein, Mahmoud, Ismail, Yasser, Benjamin, Ehud, Ariel, Shimon, Avigdor, Abdel Fattah, Hosni, Muammar, Khalifa, Omar, Ahmed, Abdullah, Salman, Faisal, Imran, Nawaz, Asif, Narendra, Manmohan, Rajnath, Indira, Rahul, Sheikh, Ashraf, Hamid,
Kim, Moon, Park, Shinzo, Fumio, Yoshihide, Taro, Li, Wang, Hu, Wen, Tsai, Ma, Chen, Yang, Rodrigo, Ferdinand, Joko, Mahathir, Anwar, Lee, Hun, Nguyen, Aung San, Thein, Luiz, Dilma, Jair, Nicolas, Hugo, Juan, Gustavo, Alvaro, Evo, Cristina, Mauricio, Gabriel, Pedro,
Mariano, Silvio, Matteo, Giorgia, Mario, Andrzej, Donald, Lech, Jaroslaw, Aleksandar, Milo, Edi, Ursula, Jens, Josep, Federica, Catherine, Ban, Antonio, Kofi, Boutros, Uhuru, William, Yoweri, Paul, Robert, Jacob, Cyril, Nelson, Goodluck, Bola, Olusegun, Abiy, Meles, Salva, Riek,
Felix, Joseph, Laurent, Alassane, Faure, Idriss, Justin, Stephen, Kevin, Scott, Jacinda, Mark, Marco, Jake, Lloyd, James, Mike, Condoleezza, Colin, Nancy, Sarah, Peter, Michael, Maria, Anna, Fatima, Leila, Nikol, Ilham, Mikheil, Nursultan, Islam, Emomali, Serzh`

const surnames = `Putin, Jinping, Biden, Trump, Obama, Bush, Merkel, Macron, Scholz, Johnson, Cameron, Blair, May, Blinken, Clinton, Kerry, Lavrov, Shoigu, Medvedev, Zelensky, Zelenskiy, Yanukovych, Tymoshenko, Poroshenko, Lukashenko, Erdogan, Davutoglu, Cavusoglu, Fidan, Assad, al - Assad,
Rouhani, Raisi, Zarif, Abdollahian, Khamenei, Abbas, Haniyeh, Arafat, Netanyahu, Barak, Sharon, Peres, Lieberman, Gantz, el - Sissi, Mubarak, Gaddafi, Haftar, Bashir, Karzai, Ghani, Khan, Sharif, Zardari, Modi, Singh, Jaishankar, Gandhi, Hasina, Jong-un, Jae-in, Geun-hye,
Abe, Kishida, Suga, Aso, Keqiang, Yi, Jintao, Jiabao, Ing-wen, Ying-jeou, Duterte, Marcos, Widodo, Mohamad, Ibrahim, Hsien Loong, Sen, Phu Trong, Suu Kyi, da Silva, Rousseff, Bolsonaro, Maduro, Chavez, Guaido, Petro, Uribe, Morales, Kirchner, Macri, Boric, Sanchez, Rajoy, Berlusconi, Renzi, Meloni, Draghi,
Duda, Tusk, Kaczynski, Vucic, Djukanovic, Rama, von der Leyen, Stoltenberg, Borrell, Mogherini, Ashton, Ki-moon, Guterres, Annan, Kenyatta, Ruto, Museveni, Kagame, Mugabe, Zuma, Ramaphosa, Mandela, Jonathan, Tinubu, Obasanjo, Ahmed, Zenawi, Kiir, Machar, Tshisekedi, Kabila, Gbagbo, Ouattara, Deby,
Trudeau, Harper, Rudd, Morrison, Ardern, Rutte, Rubio, Sullivan, Austin, Mattis, Pompeo, Rice, Powell, Pelosi, Palin, Pashinyan, Aliyev, Saakashvili, Nazarbayev, Karimov, Rahmon, Sargsyan, Brown, Smith, Miller, Lopez, Garcia, Fernandez, Ivanov, Petrov, Novak, Kowalski, Schmidt, Weber, Rossi, Dubois, Okafor, Mensah, Hussein, Hassan, Saleh`
