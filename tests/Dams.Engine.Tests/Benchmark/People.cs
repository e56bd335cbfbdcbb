using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Benchmark;

/// <summary>The patients of the benchmark.</summary>
internal static class People
{
    public static IReadOnlyList<Person> All { get; } = new Person[]
    {
        new(Alphabet.Latin, "Muster^Erika", "", "MRN-4711", "ACC-00815", new(1952, 8, 17), "F",
            "+49 30 5550 1234", "Beispielweg 12, 10999 Neustadt", "Klinikum Nordheim", "Vorlage^Theodor^^Dr.", "Testmann^Ulf"),
        new(Alphabet.Latin, "Müller-Lüdenscheidt^Jürgen", "", "0012345678", "A2024-1177", new(1939, 2, 28), "M",
            "(555) 010-4477", "Eichenallee 4, 20355 Altstadt", "St. Musterius Spital", "Größenwahn^Änne", "Probst^Käthe"),
        new(Alphabet.Ascii, "PLACEHOLDER^JANE^Q", "", "PAT_000123", "20249981", new(1988, 12, 31), "F",
            "555-867-5309", "1420 Fictional Avenue, Springfield", "Pinecrest General Hospital", "Fernsby^Rupert", "NOTREAL^NED"),
        new(Alphabet.Unicode, "Hong^Gildong=홍^길동", "홍길동", "7700123", "E-55-4410", new(1961, 5, 5), "M",
            "010-5555-1234", "서울특별시 종로구 가상로 12", "가상대학교병원", "Yang^Heojun=양^허준", "Seong^Chunhyang=성^춘향"),
        new(Alphabet.Unicode, "Yamada^Tarou=山田^太郎=やまだ^たろう", "山田太郎", "JP-99-0417", "Q8812300", new(1970, 1, 1), "M",
            "03-5550-9876", "東京都架空区見本町3-2-1", "架空総合病院", "Satou^Jirou=佐藤^次郎", "Tanaka^Hanako=田中^花子"),
        new(Alphabet.Korean, "Kim^Minseo=김^민서", "김민서", "KR20240031", "S240311-09", new(2003, 9, 9), "F",
            "02-555-0199", "부산광역시 해운대구 예시로 7", "예시병원", "Bak^Dojin=박^도진", "Choe^Yuna=최^유나"),
        new(Alphabet.Cyrillic, "Примерова^Анна^Ивановна", "", "RU-33871", "П-20417", new(1947, 3, 8), "F",
            "+7 495 555 01 42", "ул. Образцовая 5, Вымышленск", "Больница Образцова", "Шаблонов^Пётр", "Тестова^Ольга"),
        new(Alphabet.Chinese, "Zhang^Xiaoming=张^晓明", "张晓明", "CN0098812", "R-771204", new(1992, 7, 21), "M",
            "138-5550-0042", "北京市虚构区样本路88号", "虚构人民医院", "Wang^Fang=王^芳", "Li^Lei=李^雷"),
        new(Alphabet.Unicode, "O'Specimen^Siobhán^Máire", "", "NH-4480-221", "DUB7781K", new(1929, 11, 2), "F",
            "01 555 2378", "7 Imaginary Terrace, Ballynowhere", "Mercy of Nowhere Clinic", "Mac Ficción^Oisín", "Ní Shampla^Aoife"),
        new(Alphabet.Latin, "van der Voorbeeld^Pieter", "", "NL-0042177", "V240012", new(1964, 6, 30), "M",
            "+31 20 555 0188", "Verzonnenstraat 18, 1017 Nergenshuizen", "Ziekenhuis Nergensdam", "de Fictief^Saskia", "Modelman^Joost"),
        new(Alphabet.Unicode, "Παραδειγματίδου^Ελένη", "", "GR-120-55", "TH-90-881", new(1975, 10, 28), "F",
            "+30 210 555 0101", "Οδός Φαντασίας 3, Πουθενά", "Κλινική Πουθενά", "Υποθετικός^Γιώργος", "Δοκιμάκης^Νίκος"),
        new(Alphabet.Latin, "Ejemplo Prueba^María José", "", "HC-881-204", "ES0071-44", new(1983, 4, 19), "F",
            "+34 91 555 01 77", "Calle Inventada 27, Villaficción", "Hospital Santa Nadie", "Ficticio^Álvaro", "Quimera^Nuria"),
    }
    .Select((person, number) => person with { Study = new DateTime(2024, 3, 11).AddDays(-23 * number) })
    .ToArray();
}
