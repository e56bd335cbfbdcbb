using System;
using System.Linq;
using Dams.Benchmarks.Accuracy.People;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>What no header tells, but a label or its form tells a reader.</summary>
internal sealed class AnnouncedForms(Random random, NameMaker names, ClinicalWords clinical)
{
    // N, n: a name, which is what is looked for; else it is what the digits (~) make.
    private static readonly string[] NameForms =
    [
        "tech: N", "Tech N", "technologist N", "Dr. N", "Dr N", "Prof. N", "Prof. Dr. med. N", "operator: N", "read by N",
        "dictated by N, MD", "N, MD", "signed: N",
        "ref. by Dr. N", "Mr. N", "Mrs N", "Herr N", "Frau N", "Mme N", "Sig. N", "pt: N", "patient N", "Patient: N", "Name: N",
        "mother: N", "wife N", "nurse N",
        "MTRA N", "reported by N", "attending N", "seen by N", "Pat. N", "cc: N", "radiographer N", "per N RT(R)", "contact: N",
        "performed by N", "consultant N",
    ];
    private static readonly string[] PlaceForms =
    [
        "N Hospital", "Klinik N", "Hôpital N", "Universitätsklinikum N", "N Medical Center", "Spital N", "from N Clinic",
        "transferred from N", "Praxis N",
        "N Imaging Centre", "Ospedale N", "St. N Infirmary", "Nstrasse 12", "12 N Street", "45 rue N", "8091 N", "N Road 5",
        "lives in N", "Via N 7",
    ];
    private static readonly string[] NumberForms =
    [
        "pat. no. ~~~~~", "MRN ~~~~~~", "MRN: ~~~~~~~", "Pat-ID ~~~~~~", "PID ~~~~~", "acc# ~~~~~~", "Acc. No. ~~~~~~",
        "case ~~~~~~", "Case no. ~~~~~", "chart ~~~~~~",
        "bed 4~~~", "room 4~~~", "Zimmer 4~~~", "insurance no. ~~~~~~~~", "policy ~~~~~~~~", "hosp no ~~~~~~",
        "Fall-Nr. ~~~~~~~", "encounter ~~~~~~~~", "order ~~~~~~",
        "record ~~~~~~", "ID ~~~~~~", "visit no. ~~~~~~", "account ~~~~~~~~", "passport X~~~~~~~", "licence ~~~~~~~~",
        "study no ~~~~~~", "serial no. ~~~~~~",
    ];
    private static readonly string[] PhoneForms =
    [
        "+41 44 ~~~ ~~ ~~", "tel 044 ~~~ ~~ ~~", "(555) ~~~-~~~~", "555-~~~-~~~~", "+49 (0)89 ~~~~~-~~", "phone 555~~~~",
        "Tel. 0301/~~~~~~", "fax +1 555 ~~~ ~~~~",
        "pager 4~~~", "ext. 4~~~~", "0041792~~~~~~", "Natel 079 ~~~ ~~ ~~", "cell: 555.~~~.~~~~",
    ];
    private static readonly string[] NationalForms =
    [
        "SSN 123-~~-~~~~", "AHV 756.~~~~.~~~~.~~", "NHS 943 ~~~ ~~~~", "NHS No: 943~~~~~~~", "756.~~~~.~~~~.~~",
        "CPR 0~03~~-~~~~", "NIR 1 84 12 76 451 ~~~ ~~",
    ];
    private static readonly string[] AddressForms =
    [
        "n@n.example.ch", "mail n.x@klinik.example.org", "http://n.example.com/x?id=1", "https://pacs.n.org/study/77",
        "www.n.ch", "10.~~.1~~.7", "IP 192.168.1~~.2~", "\\\\n-server\\share", "host n-pc01",
        "ftp://n.example.net", "/home/n/scan", "C:\\Users\\n\\dicom",
    ];
    private static readonly string[] AgeForms =
    [
        "9~ y", "aged 9~", "9~-year-old", "09~Y", "9~ yo male", "9~ Jahre alt", "10~ years", "age: 9~",
    ];
    private static readonly string[] DateLabels = ["", "DOB ", "geb. ", "born ", "since ", "on ", "date of birth: ", "prior ", "dated "];
    private static readonly string[] ListedNames = ["Erika", "Tobias", "Mireille", "Svetlana", "Hendrik", "Giulia"];

    /// <summary>Whether a word is a name that everybody knows for one.</summary>
    public static bool IsCommonName(string word) => ListedNames.Contains(word);

    public Draft? Make(int room, bool isAscii)
    {
        var (group, forms) = random.Next(10) switch
        {
            < 3 => ("name", NameForms),
            3 => ("place", PlaceForms),
            4 or 5 => ("number", NumberForms),
            6 => random.Next(2) == 0 ? ("telephone", PhoneForms) : ("national number", NationalForms),
            7 => ("address", AddressForms),
            8 => ("age", AgeForms),
            _ => ("date", []),
        };
        return group == "date" ? OfDate(room, isAscii) : Fill(group, forms[random.Next(forms.Length)], room, isAscii);
    }

    private Draft? Fill(string group, string form, int room, bool isAscii)
    {
        if (form.Contains('\\', StringComparison.Ordinal) && room <= 64)
            return null;
        // Of a national alphabet only, so that all character sets have it.
        if (isAscii || form.Any(c => c > 127))
            form = form.Replace("ô", "o", StringComparison.Ordinal).Replace("ä", "a", StringComparison.Ordinal);
        var name = random.Next(5) == 0 && group == "name" ? names.Pick(ListedNames) : names.Word();
        var filled = string.Concat(form.Select(c => c == '~' ? (char)('1' + random.Next(9)) : c));
        var written = group is "name" or "place"
            ? ReplaceWord(filled, "N", name)
            : group == "address" ? ReplaceWord(filled, "n", name.ToLowerInvariant()) : filled;
        var token = written.Contains(name, StringComparison.OrdinalIgnoreCase) ? name : TokenOf(group, written);
        var words = clinical.Text(isShort: true);
        var text = random.Next(4) switch { 0 => written, 1 => $"{words}, {written}", 2 => $"{written}; {words}", _ => $"{words} {written}, {words}" };
        if (text.Length > room)
            text = written;
        return text.Length > room
            ? null
            : new(Kind.AnnouncedInText, $"{group}: {form}", text, [token], text.Contains(words, StringComparison.Ordinal) ? ClinicalWords.WordsOf(words) : [])
            {
                IsUnique = group is "name" or "place" or "address" && token.Length > 6 && !ListedNames.Contains(name),
            };
    }

    private static string TokenOf(string group, string written)
    {
        if (group is "age" or "address")
            return new string([.. written.Where(c => char.IsAsciiDigit(c) || c == '.')]).Trim('.');
        var first = written.TakeWhile(c => !char.IsAsciiDigit(c)).Count();
        var last = written.Length - written.Reverse().TakeWhile(c => !char.IsAsciiDigit(c)).Count();
        return written[first..last];
    }

    private static string ReplaceWord(string text, string placeholder, string word)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isHere = text[at] == placeholder[0]
                && (at == 0 || !char.IsLetter(text[at - 1]))
                && (at + 1 == text.Length || !char.IsLetter(text[at + 1]) || text[(at + 1)..].StartsWith("strasse", StringComparison.Ordinal));
            if (isHere)
            {
                text = text[..at] + word + text[(at + 1)..];
                at += word.Length;
            }
        }
        return text;
    }

    private Draft? OfDate(int room, bool isAscii)
    {
        var date = new DateTime(1931 + random.Next(80), 1 + random.Next(12), 1 + random.Next(28), 0, 0, 0, DateTimeKind.Unspecified);
        var form = DateForms.All.Where(form => !isAscii || !form.StartsWith("d. ", StringComparison.Ordinal)).OrderBy(_ => random.Next()).First();
        if (form.StartsWith("d. ", StringComparison.Ordinal))
            date = new(date.Year, 5, date.Day, 0, 0, 0, DateTimeKind.Unspecified);
        var label = DateLabels[random.Next(DateLabels.Length)];
        var token = DateForms.Write(date, form);
        var text = label + token;
        var isBirth = label is "DOB " or "geb. " or "born " or "date of birth: ";
        return text.Length > room ? null : new(Kind.AnnouncedInText, $"{(isBirth ? "birth date" : "date")}: {label}{form}", text, [token], []) { IsUnique = false };
    }
}
