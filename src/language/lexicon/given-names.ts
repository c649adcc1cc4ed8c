// Common given names and the gender each usually tells, for finding people in a text and the pronouns that mean them.

export type GivenGender = "female" | "male" | "either";

const FEMALE = `
Abby Abigail Ada Adele Adriana Agnes Aicha Aida Aisha Aishah Akiko Alejandra Aleksandra Alessandra Alexandra Alexandria Alexis Alice Alicia Alina
Alison Allison Alma Alyssa Amal Amalia Amanda Amber Amelia Amelie Amina Amira Amy Ana Anabel Anastasia Andrea Angela Angelica Angelina Angelique Angie
Anita Anja Ann Anna Annabel Anne Annette Annie Annika Antonia April Arianna Ariane Ashley Asma Astrid Athena Aubrey Audrey Aung Aurora Ava Ayaka Ayelet
Ayesha Azra Barbara Beata Beatrice Beatriz Becky Belinda Benazir Bernadette Bernice Beth Bethany Betsy Betty Beverly Birgit Blanca Bonnie Brandi Brenda
Bridget Brigitte Britney Brittany Caitlin Camila Camilla Camille Candace Candice Candy Carla Carly Carlotta Carmel Carmen Carol Carole Carolina Caroline
Carolyn Carrie Cassandra Catalina Catarina Cate Catherine Cathy Cecilia Cecile Celeste Celia Chantal Charlene Charlotte Chelsea Cheryl Chiara Chloe
Christiane Christie Christina Christine Cindy Claire Clara Clare Clarissa Claudette Claudia Clementine Colette Colleen Connie Constance Consuelo Cora
Corinne Courtney Cristina Crystal Cynthia Daisy Dalia Danielle Danuta Daphne Daria Darlene Dawn Debbie Deborah Debra Deirdre Delia Denise Diana Diane
Dianne Dina Dolores Dominique Donna Dora Doreen Doris Dorothea Dorothy Edith Edna Eileen Ekaterina Elaine Eleanor Elena Eleni Elisa Elisabeth Elise Elissa
Eliza Elizabeth Ella Ellen Ellie Eloise Elsa Elsie Elvira Emilia Emilie Emily Emma Erica Erika Erin Esmeralda Esperanza Estelle Esther Ethel Eugenia Eunice
Eva Eve Evelyn Fabiola Faith Fatima Fatma Federica Felicia Felicity Fiona Flora Florence Frances Francesca Francine Frida Frieda Gabriela Gabriella
Gabrielle Gail Galina Gayle Gemma Gena Geneva Genevieve Georgette Georgia Georgina Geraldine Gertrude Gina Ginger Giorgia Gisele Giselle Giulia Glenda Gloria
Golda Grace Graciela Greta Gretchen Guadalupe Gwen Gwendolyn Hafsa Hala Haley Hanan Hanna Hannah Harriet Hatice Hayley Hazel Heather Heidi Helen Helena
Helene Helga Henrietta Hilary Hilda Hillary Holly Hope Huma Ida Imelda Imogen Ines Inga Ingrid Irena Irene Irina Iris Irma Isabel Isabella Isabelle
Ivana Ivanka Ivy Jackie Jacqueline Jacinda Jade Jamila Jan Jana Jane Janelle Janet Janette Janice Janine Jasmin Jasmine Jean Jeanette Jeanine Jeanne Jen
Jenna Jennifer Jenny Jess Jessica Jewel Jill Jillian Jo Joan Joanna Joanne Jocelyn Jodi Jodie Johanna Josefina Josephine Joy Joyce Juanita Judith Judy
Julia Juliana Julianne Julie Juliet Juliette June Kaja Kamala Kara Karen Karin Karina Karine Karla Karolina Kate Katerina Katharina Katharine Katherine
Kathleen Kathryn Kathy Katie Katja Katrin Katrina Katy Kay Kayla Kayleigh Keiko Kellie Kellyanne Kelsey Kendra Kerri Kersti Kiara Kimberly Kirsten Kirsti
Kirstjen Kristalina Kristen Kristin Kristina Kristine Kyoko Lana Lara Larissa Latifa Laura Lauren Laurie Layla Lea Leah Leanne Leila Lena Leonie Lesley
Leslie Leticia Liana Lidia Lila Lilian Liliana Lily Lilly Linda Lindsay Lisa Lise Lois Lola Loretta Lori Lorna Lorraine Lottie Louisa Louise Lourdes Luana
Lucia Lucie Lucille Lucinda Lucy Ludmila Luisa Lupita Luz Lydia Lyn Lynda Lynn Lynne Mabel Madeleine Madeline Madison Mae Magdalena Maggie Maia Maja Malala
Malia Malika Malkia Mandy Manuela Mara Marcela Marcella Marcia Margaret Margarita Margaux Margot Marguerite Maria Mariah Mariam Mariana Marianne Maribel
Marie Mariela Mariella Marilyn Marina Marine Marion Marisa Marisol Marissa Maritza Marjorie Marlene Marsha Marta Martha Martina Marwa Mary Maryam Matilda Maud
Maura Maureen Mavis Maxine Maya Meera Meg Megan Meghan Mehreen Melania Melanie Melinda Melissa Mercedes Meredith Mette Mia Michele Michelle Michiko
Mildred Milena Millie Mimi Mina Mindy Miranda Miriam Moira Mollie Molly Mona Monica Monika Monique Morgana Muna Muriel Myra Myriam Nabila Nadia Nadine Nancy
Naomi Nasrin Natalia Natalie Natasha Nathalie Neda Neera Nell Nellie Nelly Nicola Nicole Nicolette Nikki Nina Noelle Noemi Nora Noreen Norma Noura Nour
Octavia Oksana Olena Olesya Olga Olive Olivia Omarosa Oprah Paige Paloma Pam Pamela Patience Patrice Patricia Patti Patty Paula Paulette Paulina Pauline Pearl
Peggy Penelope Penny Petra Phoebe Phyllis Pia Pilar Polly Poppy Priscilla Priti Priyanka Quina Rachael Rachel Rachida Ramona Rana Rania Raquel Rasha Rebecca
Reem Regina Rena Renata Renee Rhonda Rima Rita Roberta Robyn Rochelle Rocio Ronda Rosa Rosalie Rosalind Rosario Rosemary Rose Roseanne Rosie Rosita
Roxana Roxanne Ruby Ruth Sabine Sabrina Sadia Sally Salma Samantha Samira Sana Sandra Sandy Sanna Sara Sarah Saskia Savannah Scarlett Selena Selina Selma
Serena Shannon Sharon Shauna Sheena Sheila Shelby Shelley Shelly Sheri Sherri Sherrie Sherry Sheryl Shirin Shirley Sigrid Silvia Simone Simona Siobhan Sofia
Sofie Soledad Sondra Sonia Sonya Sophia Sophie Soraya Stacey Stacy Stefania Stella Stephanie Stormy Sue Suella Sumaya Summer Susan Susana Susanna Susanne Susie
Suzanne Suzy Svetlana Sviatlana Sylvia Sylvie Tabitha Tamara Tamar Tameka Tami Tammy Tania Tanya Tara Tasha Tatiana Tatyana Teresa Teri Terri Tess Tessa Thea
Thelma Theresa Therese Tiffany Tina Toni Tonya Tori Tracey Tricia Trina Trisha Trudy Tulsi Tzipi Uma Ursula Uzra Valentina Valeria Valerie Valeska Vanessa Vera
Verena Veronica Veronika Vicki Vicky Victoria Viktoria Viola Violet Violeta Virginia Vivian Viviana Vivien Viviane Wanda Wendy Whitney Whoopi Wilhelmina
Willa Wilma Winifred Winona Xiomara Yasmin Yasmine Yelena Yesenia Yingluck Yoko Yolanda Yoshiko Yulia Yuliia Yuriko Yvette Yvonne Zainab Zara Zeinab Zelda Zhanna Zoe Zsuzsanna
Zuzana Mazie Tammy Lisa Condoleezza Sonia Elena Ruth Jeane Sania Rakeyia Gennifer Megyn Greta Malia Sasha Meryl Melezia Alyse Kirsti Kersti Dalia Ingrida Kaja Magda Maia Sahle-Work
Brianna Breanna Briana Deanna Deana Dena Elyse Katelyn Kathie Kaylee Kari Keisha Kristi Kristy Latoya Lakisha Latasha LaTosha Lawanda Leigh Marci Margie Marcy Marilou Maryanne Missy Nichole
Rosalynn Tawana Tiana Trish Tyra Vivianne Wilhelmine Sunny Dolly Winnie Lidia Rosana Rosanna Roisin Niamh Aoife Sinead Catriona Ailsa Mhairi Rhiannon Sian Bronwyn Cerys
Xiaomei Xiuying Hyun-jung Geun-hye Suu Eun-hye Mi-kyung Soo-jin Ji-won Min-ji Yeon-mi Yo-jong Sanae Makiko Noriko Yuko Tomoko Naoko Emiko Megumi Ayako Kumiko Mieko Reiko Setsuko
Gulnara Dinara Alsu Zarina Aigul Nigora Oksana Tetiana Iryna Kateryna Halyna Larysa Lyudmila Liudmila Nadezhda Nadiya Natalya Raisa Tamila Valentyna Vira Yevgenia Zoya Zhenya
Agnieszka Aleksandra Barbara Bozena Danuta Ewa Grazyna Halina Iwona Jadwiga Joanna Kasia Katarzyna Krystyna Malgorzata Marzena Zofia Jelena Milica Snezana Vesna Zorana Tijana Ruzica Ljiljana
Aisling Gro Tarja Jóhanna Sigríður Birgitta Guðrún Margrethe Pernille Inger Siv Solveig Tove Ulla Ylva Annalena Anke Annegret Sahra Franziska Svenja Heike Ilse Jutta Kerstin Renate Ulrike Uschi
Ségolène Élisabeth Agnès Anaïs Aurélie Bénédicte Cécile Éloïse Florence Hélène Laurence Maud Mireille Najat Nathalie Odile Rachida Rama Roselyne Solange Ségolène Sylviane Véronique Valérie Yaël
Isabela Dilma Cristina Michelle Xiomara Rigoberta Violeta Keiko Verónika Verónica Mónica Lucía María José-María Inés Sofía Rocío Begoña Soraya Yolanda Irene Ione Nadia Macarena Rosalía
Laila Leïla Hanan Hind Huda Iman Khadija Lamia Lubna Maha Manal Mariam Mouna Nadine Najla Nawal Rabab Radwa Rajaa Razan Rim Sahar Salwa Samia Sawsan Shireen Suad Suha Tawakkol Wafa Zahra Zeina Zubeida`;

const MALE = `
Aaron Abbas Abdel Abdelaziz Abdelfattah Abdul Abdullah Abdulla Abel Abraham Abu Adam Adel Adnan Adolf Adolfo Adrian Adrien Ahmad Ahmed Ahmet Aidan Ajay Akbar Akira Al Alan Albert Alberto Albin
Aldo Aleksandar Aleksander Aleksandr Aleksei Aleksey Alejandro Alessandro Alexander Alexandre Alexandros Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alistair Allan Allen Alonso Aloysius
Alphonse Alvaro Alvin Amadou Amir Amit Amos Anatoly Anatoliy Anders Andre André Andreas Andrei Andrej Andrés Andres Andrew Andrey Andrii Andriy Andrus Andrzej Andy Angelo Angus Anibal
Anil Ansel Anselm Anthony Antoine Anton Antonin Antonio Antonis Antony Anwar Ara Aram Archie Ariel Aristides Armando Armen Arnaud Arne Arnold Arseniy Arseny Art Arthur Arturo Arun Arvind Asher Ashraf Asif
Ashton Asim Atul August Augusto Augustus Austin Avi Avigdor Avraham Axel Ayman Aymeric Azmi Babak Baltasar Baptiste Barack Barney Barry Bart Bartholomew Bashar Basil Bassam Bassem Beau Bela Ben Benedict
Benigno Benito Benjamin Benny Benoit Bernard Bernardo Bernd Bernie Bert Berthold Bertrand Bidzina Bilal Bill Billy Bjorn Bjarni Blaine Blaise Blake Bo Bob Bobby Bogdan Boris Borys Boyko Brad Bradley Brady Bram Brandon
Branko Brendan Brent Brett Brian Brock Bronislaw Bruce Bruno Bryan Bryce Bryant Bud Buddy Burt Byron Caleb Calvin Cameron Carl Carles Carlo Carlos Carmelo Carson Carter Casper Casey Cecil Cedric Cem Cesar Chad
Chaim Chandler Charles Charlie Chester Chet Chip Chris Christian Christof Christoph Christophe Christopher Christos Chuck Cian Ciaran Claude Claudio Claus Clay Clayton Clement Cletus Cleveland Cliff Clifford Clint
Clinton Clive Clyde Cody Cole Colin Colm Conor Connor Conrad Constantin Constantine Corey Cornelius Cornell Cory Cosmo Craig Cristian Cristiano Cristobal Curt Curtis Cyril Cyrus Daisuke Dale Damian Damien Damon Dan
Dane Daniel Daniele Danil Danilo Danny Dante Dara Darius Darrell Darren Darryl Daryl Dave David Davis Davit Davor Dean Deepak Demetrius Denis Denys Dennis Denzel Derek Derrick Desmond Devin Devon Dexter Didier Diego Dieter
Dietrich Dilip Dimitri Dimitris Dimitrios Dinesh Dirk Diyar Dmitri Dmitriy Dmitry Dmytro Domenico Dominic Dominik Don Donald Donnie Donny Doug Douglas Doyle Drew Duane Dudley Duncan Dustin Dwayne Dwight Dylan Eamon
Earl Ed Eddie Edgar Edgars Edmond Edmund Edoardo Eduard Eduardo Edward Edwin Efraim Efrain Egon Ehud Eitan Eldar Eldridge Elez Eli Elias Elie Elijah Elio Eliot Elliot Elliott Ellis Elmer Elon Elton Elvis Emanuel Emil Emile
Emiliano Emilio Emmanuel Emmett Emmerson Emomali Enda Enrico Enrique Enver Enzo Eoin Eric Erich Erik Ernest Ernesto Ernie Ernst Ervin Erwin Esteban Ethan Etienne Euan Eugene Evan Evander Evangelos Evgeny Evo Ezekiel Ezra Fabian
Fabio Fabrice Fadi Fahad Faisal Farhad Farid Farouk Faustin Federico Fedor Felipe Felix Ferdinand Ferenc Fergus Fernando Fidel Filip Filippo Finn Fletcher Florian Floyd Francesco Francis Francisco Franco Francois François
Frank Frankie Franklin Frans Franz Fraser Fred Freddie Freddy Frederic Frederick Frederik Fredrik Friedrich Fritz Fuad Fumio Fyodor Gabe Gabor Gábor Gabriel Gareth Garrett Garry Garth Gary Gaston Gavin Gene Gennady Geoff
Geoffrey Georg George Georges Georgi Georgios Georgy Gerald Gerard Gerardo Gerd Gerhard Germain German Gerry Gert Ghassan Gianni Gideon Gil Gilbert Gilberto Giles Gilles Gino Giorgio Giorgos Giovanni Giuseppe Gitanas Glen Glenn
Godfrey Goran Gordon Graeme Graham Grant Greg Gregg Gregor Gregorio Gregory Griffin Grigory Guido Guillaume Guillermo Gunnar Günter Gunther Gurbanguly Gus Gustav Gustavo Guy Hadi Hafez Hailemariam Haim Hakan Hakeem Hal Hamad
Hamdullah Hamid Hamza Hank Hannibal Hans Harald Hardeep Harlan Harold Haris Harris Harrison Harry Haruhiko Harvey Hasan Hashim Hassan Hector Heath Heiko Heinrich Heinz Helmut Henri Henrik Henry Herbert Herman Hermann Hernan
Hernán Hideo Hideki Hiroshi Hisham Horacio Horace Horst Hosni Houston Howard Howie Hubert Hugh Hugo Humberto Hun Hussein Husam Hussam Ian Ibrahim Idriss Ignacio Ignatius Igor Ihor Ike Ildefonso Ilham Ilias Ilya Imad Imran
Ingo Ira Irakli Irvin Irving Irwin Isaac Isaiah Ishaq Isidro Islam Ismael Ismail Israel Issa Itamar Ivan Ivica Ivo Jaap Jabari Jack Jackson Jacob Jacques Jafar Jaime Jair Jake Jakob Jalal Jamaal Jamal James Jamie Jamil
Janez János Janos Janusz Jared Jaroslav Jaroslaw Jarosław Jarrett Jason Jasper Javad Javier Jay Jean-Claude Jean-Marc Jean-Marie Jean-Luc Jean-Pierre Jean-Yves Jeb Jed Jeff Jeffery Jeffrey Jeh Jens Jerald Jeremiah Jeremy Jermaine
Jerome Jerry Jesper Jesse Jesus Jesús Jim Jimmie Jimmy Joachim Joao João Joaquin Job Jochen Joe Joel Joerg Joey Johan Johann Johannes John Johnnie Johnny Jon Jonah Jonas Jonathan Jonny Joop Jordan Jordi Jorg Jorge Jörg José Jose Josef
Joseph Josep Josh Joshua Josiah Josip Jovan Juan Juha Jules Julian Julien Julio Julius Jun Junichiro Juri Jürgen Jurgen Justin Jyrki Kamal Kamil Karel Karim Karl Kareem Karsten Kassym-Jomart Kazuo Keegan Keir Keith Kemal Ken Kenji
Kenneth Kenny Kent Kerry Kerr Kevin Khaled Khalid Khalil Kieran Kirill Kirk Kiril Klaus Klemens Kofi Koji Konrad Konstantin Kris Kristian Kristof Kumar Kurt Kwame Kwasi Kyle Kyriakos Lance Larry Lars Laszlo László Laurent
Laurence Lavon Lawrence Lazar Lee Leland Len Lennart Lenny Leo Leon Leonard Leonardo Leonel Leonid Leopold Leopoldo Leroy Les Lester Levi Lewis Lex Liam Lincoln Linus Lionel Lloyd Logan Lorenzo Lorne Lou Louis Lowell Lubomir Luc
Luca Lucas Luciano Lucien Ludwig Luigi Luis Luiz Luka Lukas Luke Luther Lyle Lyndon Maajid Maarten Mack Magnus Mahathir Mahinda Mahmood Mahmoud Maithripala Malcolm Malik Manfred Manmohan Manny Manolo Manuel Marc Marcel Marcelo Marcin
Marco Marcos Marcus Marek Mariano Marijn Mario Marios Marius Mark Marko Markus Marlon Marshall Martin Martín Marty Marvin Marwan Masoud Massimo Matej Mateo Mateusz Mathias Mathieu Matt Matteo Matthew Matthias Matti Maurice Mauricio
Maury Mauro Max Maxim Maxime Maximilian Maxwell Mehdi Mehmet Mel Melvin Menachem Merrick Merv Mevlut Micah Michael Michal Michał Michel Micheál Mick Mickey Miguel Mihai Mikael Mike Mikhail Mikheil Mikko Mikola Milan Miles Milo Milorad
Milos Miloš Milton Miroslav Mitch Mitchell Mitt Mladen Moammar Moamer Moe Mohamad Mohamed Mohammad Mohammed Mohsen Moises Montgomery Monty Moon Morris Mort Morten Moses Moshe Mostafa Muammar Muhammad Muhammadu Muhyiddin Mukesh Murat Murray
Mustafa Mykhailo Mykola Myron Nabil Nabih Nadim Naftali Najib Narendra Naruhito Nasser Nat Nate Nathan Nathaniel Nawaf Nawaz Neal Ned Neil Nelson Nestor Neville Newt Nicholas Nick Nicky Nico Nicolas Nicolás Nicolae Nicos Niels Nigel Nikita
Nikki's Nikola Nikolai Nikolaos Nikolay Nikol Nikos Nils Nir Noah Noam Noel Nolan Norbert Norm Norman Nouri Nursultan Nuno Odd Olaf Olav Ole Oleg Oleh Oleksandr Oleksiy Oleksii Oliver Olivier Ollie Olof Omar Omer Orestes Orlando
Orrin Oscar Osama Oskar Osman Otis Otto Owen Pablo Paddy Panagiotis Paolo Pascal Pasquale Pat Patrick Patrik Paul Paulo Pavel Pavlo Pavlos Pawel Paweł Pedro Per Percy Perry Pervez Pete Peter Petr Petro Petros Phil Philip Philippe Phillip Pierce
Pierre Piers Pietro Piotr Plamen Preston Primoz Prokopis Quentin Quincy Quinn Rabah Rachid Radek Radoslaw Radosław Radovan Rafael Rafic Rafiq Ragnar Rahul Raimonds Raj Rajiv Rajesh Ralf Ralph Ram Rami Ramiro Ramón Ramon Ramush Ramzan Ramzi
Rand Randal Randall Randolph Randy Ranil Raphael Rashad Rashid Raul Raúl Ravi Ray Raymond Recep Reed Reggie Reginald Reid Reinhard Reince Remy Rémy Renato René Rene Reuben Reuven Rex Reza Riad Ricardo Riccardo Rich Richard Rick Ricky Rinat Rishi Riyad
Rob Robbie Robby Robert Roberto Robin Rocco Rod Roderick Rodney Rodolfo Rodrigo Roger Roland Rolando Rolf Roman Romano Romario Ron Ronald Ronan Ronnie Rory Roscoe Ross Roy Royce Ruben Rudolf Rudolph Rudy Rufus Ruhollah Ruslan Rush Russ Russell Rustam
Ryan Saad Saadi Sadiq Saddam Saeed Saif Sajid Salah Saleh Salem Salim Salman Salva Salvador Salvatore Sam Sami Samir Samuel Sander Sandro Sanjay Santiago Saul Saxby Scot Scott Sean Sebastian Selim Serge Sergei Sergey Sergii Sergio Serhii Serhiy Seth Shahid
Shane Shaun Shavkat Shawn Sheldon Sherman Sherrod Shigeru Shimon Shinzo Shlomo Sid Sidney Sigmar Silvio Simon Sinan Sixto Slava Slobodan Solomon Spencer Spiro Stan Stanislav Stanley Stavros Stefan Stefano Stefanos Steffen Stelios Stephane Stéphane Stephen
Sterling Steve Steven Stewart Stig Stu Stuart Subrahmanyam Suleiman Sultan Sunil Sven Sylvester Tadeusz Taha Takeshi Talal Tamim Tareq Tariq Tarek Taro Tayyip Ted Teddy Tedros Temur Terence Terrance Terrence Teodoro Tetsuro Thabo Thad Thaddeus Theo Theodore
Theodor Thibaut Thierry Thom Thomas Thor Thorbjorn Tim Timothy Timur Tito Tobias Toby Todd Tom Tomas Tomáš Tomasz Tomislav Tommy Tony Toomas Toshiaki Travis Trent Trevor Trey Tristan Troy Tucker Turki Ty Tyler Tyrone Ulf Ulrich Umar Umaro Uri Urmas
Usman Uwe Vadim Vadym Valdis Valentin Valentine Valerii Valeriy Valery Van Vann Vaclav Václav Vasily Vasyl Vernon Vic Vicente Victor Vidkun Viktor Vikram Viktar Vijay Vince Vincent Vincenzo Virgil Vital Vitali Vitaliy Vitaly Vito Vitor Vivek Vlad Vladimir
Volodymyr Volker Vojislav Volkan Vuk Vyacheslav Waldemar Walid Walker Wallace Wally Walt Walter Ward Warren Wayne Wendell Werner Wes Wesley Wilbur Wilfred Wilhelm Will Willard Willem William Willie Willy Wilson Winston Witold Wladimir Wojciech Wolf Wolfgang
Woodrow Wopke Xanana Xavier Xi Yair Yahya Yanis Yannis Yaroslav Yasser Yasir Yevgeny Yevhen Yevhenii Yitzhak Yiannis Yoav Yohei Yoshihide Yoshihiko Yossi Yoweri Yukio Yuri Yurii Yuriy Yuval Yves Yusuf Zac Zach Zachary Zachery Zack Zakir Zaid Zeid Zbigniew
Zdravko Ziad Zlatko Zoltan Zoltán Zoran Zurab Kim-Jong Jae-in Myung-bak Seok-youl Suk-yeol Jong-un Jong-il Ki-moon Jinping Keqiang Jiechi Yi Lijian Wenbin Guterres Yong-ho Chun-ying Hu-sein Nam Tuyen Phuc Xuan Minh Quang Trong Thanh Duc Anh Hoang
LeBron Kobe Tiger Derrick Khizr Humayun Merrick Dzhokhar Tamerlan Keith Lamont Terence Tyre Trayvon Freddie Philando Alton Michael Laquan Antwan Darnell DeShawn Deshawn DeAndre Jamarcus Jarvis Jevon Kendrick Kenyatta Lamar Latrell LaVar Malik Marquis Marquise Raheem Rasheed
Shaquille Terrell Travon Treyvon Tyrell Tyrese Tyrik Vontae Asa Bobby Buck Bubba Butch Cal Cap Cash Chase Clark Cotton Dallas Dakota Dick Dirk Dusty Elbridge Fitz Ford Fox Frist Garland Geno Gerrit Giles Hap Harley Hayes Hunter Huey Jace Jax Jonas Kip Lane Luther Mac Marlin Merle
Nash Newton Nile Orville Otis Parker Penn Pierce Porter Rance Randel Reed Rhett Rico Ridge Rip Rob Rocky Roone Rusty Saxton Shep Skip Sonny Spike Sully Tad Tate Tex Thurgood Thurman Tip Trace Trip Tripp Ulysses Vance Vaughn Wade Webb Weldon Whit Wiley Winfield Woody Wyatt Zane Zeke Zell`;

const EITHER = `
Alex Ali Ariel Ash Avery Bailey Blair Brooke Cam Cameron Carey Carmen Casey Charlie Chris Corey Dana Darcy Devon Drew Dylan Eden Elliot Emerson Finley Francis Frankie Gale Glenn Harley Harper Hayden Hunter Jaime Jamie
Jean Jesse Jessie Jo Jody Jordan Jules Kai Kelly Kendall Kerry Kim Kyle Lee Leigh Leslie Lindsay Lindsey Logan Lou Loren Lynn Marion Marlo Mel Micah Morgan Nicky Noor Pat Payton Peyton Quinn Reagan Ray Reese Riley Robin Rory Rowan
Ryan Sam Sandy Sasha Shannon Shay Shawn Sidney Skyler Stacy Stevie Sydney Taylor Terry Tracy Val Vic Wynn Yuki Andrea Nicola Simone Kerri Yi Ming Wei Li Hong Jing Jun Hua Xin Yan Ying Yu Tao Mu Min Jin Hyun Ji Soo Hee Young Sung Kyung Aung
San Thein Win Tin Than Khin Cia Mo Ira Sky Tal Noa Amit Or Gal Shai Chidi Ngozi Thabo Tendai Chi Ade Ayo Tunde Femi Temi Tyler Madison Ashley Addison Sage River Phoenix Charley Bobbie Toni Ronnie Jackie Jan Kit Ellis August Mika Nikita Kerstin Misha`;

/** Surnames that East-Asian names put first (Korean, Chinese, Vietnamese). */
export const FAMILY_FIRST: ReadonlySet<string> = new Set(
  `kim park lee choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song ryu hong moon bae baek nam ban roh lim
   xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren shen yao fu qin bo wen
   nguyen tran le pham hoang phan vu vo dang bui do ngo duong ho lam mao deng hua geng`.split(/\s+/),
);

/** Short forms and the full given names they may stand for. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  `abe abraham|al albert alan alfred|alex alexander alexandra alexei|andy andrew|bart bartholomew|ben benjamin benedict|bernie bernard|bert albert robert|beth elizabeth|betsy elizabeth|bill william|billy william
   bob robert|bobby robert|brad bradley|cathy catherine|charlie charles|chip charles|chris christopher christine christina|chuck charles|cindy cynthia|dan daniel|danny daniel|dave david|deb deborah debra|debbie deborah debra
   dick richard|don donald|doug douglas|drew andrew|ed edward edwin|eddie edward|ernie ernest|frank francis franklin|fred frederick alfred|gabe gabriel|gene eugene|geoff geoffrey|greg gregory|gus augustus|hank henry|harry harold henry
   jack john|jake jacob|jan janet|jeb john|jeff jeffrey|jen jennifer|jenny jennifer|jerry gerald jerome|jim james|jimmy james|joe joseph|joey joseph|john johnathan|jon jonathan|josh joshua|judy judith|kate katherine kathleen|kathy katherine kathleen
   katie katherine|ken kenneth|larry lawrence laurence|len leonard|leo leonard|liz elizabeth|lou louis|maggie margaret|marty martin|matt matthew|max maxwell maximilian|mel melvin|meg margaret|mike michael mikhail|mitch mitchell|mitt willard|moe maurice
   nate nathan nathaniel|ned edward|newt newton|nick nicholas|norm norman|pam pamela|pat patrick patricia|patty patricia|peggy margaret|pete peter|phil philip phillip|randy randall|ray raymond|rich richard|rick richard|ricky richard|rob robert|robby robert
   ron ronald|ronnie ronald|rudy rudolph|russ russell|sam samuel samantha|sandy sandra|sid sidney|stan stanley|steve stephen steven|stu stuart|sue susan|ted theodore edward|teddy theodore edward|terry terrence teresa|tim timothy|tom thomas|tommy thomas|tony anthony
   trish patricia|val valerie|vic victor|vicky victoria|vince vincent|vlad vladimir|volodya vladimir|walt walter|wes wesley|will william|zach zachary`
    .split(/[|\n]/)
    .map((row) => row.trim().split(/\s+/))
    .map(([short, ...full]) => [short ?? "", full]),
);

function table(): ReadonlyMap<string, GivenGender> {
  const genders = new Map<string, GivenGender>();
  const add = (words: string, gender: GivenGender): void => {
    for (const word of words.split(/\s+/)) {
      if (word === "") continue;
      const name = word.toLowerCase();
      const other = genders.get(name);
      genders.set(name, other === undefined || other === gender ? gender : "either");
    }
  };
  add(FEMALE, "female");
  add(MALE, "male");
  add(EITHER, "either");
  for (const [short, full] of SHORT_FORMS) {
    const [gender, ...others] = new Set(full.map((name) => genders.get(name)));
    if (gender && others.length === 0 && !genders.has(short)) genders.set(short, gender);
  }
  return genders;
}

/** Gender by given name, in lower case. "either" where both bear it: a given name all the same. */
export const GIVEN_NAMES: ReadonlyMap<string, GivenGender> = table();
