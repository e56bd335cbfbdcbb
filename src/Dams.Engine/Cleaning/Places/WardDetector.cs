using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Places;

/// <summary>Finds wards, rooms and beds by the words before them: ward 7B, Station Innere 2, 病棟 5東.</summary>
internal sealed class WardDetector : IDetector
{
    private static readonly Lazy<PatternSet> Pattern = new(() => new PatternSet(
        RegexOptions.IgnoreCase,
        [$@"(?<![\p{{L}}\p{{N}}])(?:{Labels("en", "de", "fr", "es", "it")})(?!\p{{L}})\.?[ ]?(?:(?:no|nr|n[°º]|num)\.?)?[ ]?[:=#]?[ ]?(?<value>(?-i:UTIC|UHCD|UHTCD|OBI|UTIN)(?![\p{{L}}\d])|(?-i:\p{{Lu}}{{1,2}}\d{{1,2}}-(?:\d{{1,3}}|bis|ter))(?![\p{{L}}\d-])|(?-i:[A-Z]{{2}})(?= ya )|(?-i:\d{{1,2}}[a-d]|\p{{Lu}}/\d{{1,2}})(?![\p{{L}}\d/])|(?<=(?:Station|Stat\.?) )\d{{1,2}}\.\d{{1,2}}(?![\d.]|\s?(?:mm|cm|ml))|\d{{3}}-\d{{1,2}}(?![\p{{L}}\d-])|\d{{1,2}}(?:e|er|[ªº°]) ?(?:ouest|est|nord|sud|étage|planta|piano)(?!\p{{L}})|(?-i:(?<word>\p{{Lu}}\p{{Ll}}{{2,}}|[A-Z]{{2,4}})\.? )?(?:\d{{1,4}}[ªº°]?(?:[ -]?(?-i:\p{{Lu}})(?![\p{{L}}\d])| ?(?:bis|ter)(?!\p{{L}}))?|(?-i:\p{{Lu}}{{1,2}}) ?-?\d{{1,4}}(?-i:[a-f](?![\p{{L}}\d]))?)(?: (?-i:West|East|North|South|Ost|Nord|Süd|Est|Ouest|Sud|Este|Norte|Sur|Oeste|Ovest|[A-D](?!\p{{L}})))?(?![\p{{L}}\d]|[.,]\d|-\p{{Lu}}?\d|\s?(?:mm|cm|ml|x)\b)|(?-i:\p{{Lu}}\p{{Ll}}{{2,}} [A-Z])(?![\p{{L}}\d])|(?-i:(?<word>\p{{Lu}}\p{{Ll}}{{2,}})\.? (?:West|East|North|South|Ost|Nord|Süd|Est|Ouest|Sud|Este|Norte|Sur|Oeste|Ovest))(?![\p{{L}}\d])|(?-i:[A-Z])(?=[,;.)\n\r]|$)|(?-i:(?<word>\p{{Lu}}\p{{Ll}}{{2,}}))(?= |[,;.)\n\r]|$))",
            // Whom or where people are called to or brought: "called 7T", "remontée en 3C"; a number alone may count something.
            $@"(?<![\p{{L}}\p{{N}}])(?:{Of("moved")}) (?<value>{Code}|\d{{3}}(?=[,;)]| (?:da|donne|di|con|says|dice|sagt|fördert)\b))(?![\p{{L}}\d]|[.,/]\d|-\p{{L}}|\s?(?:mm|cm|ml|w|wi|FS|TSE)\b)",
            // What somebody left there, a nurse of it, and an examination in bed.
            $@"(?<!\p{{L}})(?:laissé|oublié|perdu|dejó|olvidó|perdió|perso|dimenticato|lasciato|left (?:his|her|the)|vergessen)[^\n.,;:]{{0,40}} (?:au|à la|en|in|im|on|auf) (?<value>{Code}|\d{{1,3}}|(?-i:[A-Z]{{2}}))(?=[,;.)\n\r]|$| (?:by|par|por|da) )",
            // What was put in there, but not into a vertebra.
            $@"(?<!\p{{L}})(?:inserted|sited|posé|posée|mis en place|colocado|colocada|posizionato)[^\n.,;:]{{0,60}} (?:au|à la|en|in|im|on|auf) (?<value>(?!(?-i:[TLCSVMNG]\d)){Code}|\d{{1,3}}|(?-i:[A-Z]{{2}}))(?=[,;.)\n\r]|$| (?:by|par|por|da) )",
            $@"(?<!\p{{L}})(?:RN|LPN|nurse|sister|Sr|Schw|Schwester|Pfl|Pfleger|IDE|infirmière|infirmier|inf|infermiera|infermiere|enf|enfermera|enfermero)\.? (?-i:\p{{Lu}}[\p{{L}}'’-]+ ){{1,2}}(?:in |on |auf |von |du |de |de la |del |di |\()(?<value>{Code}|\d{{2,3}})(?![\p{{L}}\d]|[.,/]\d)",
            $@"(?<![\p{{L}}\d.,/-])(?<value>{Code})(?= (?-i:[\p{{L}}/-]{{2,12}} ){{1,3}}(?:im Bett|portable|au lit|portátil|al letto|a letto|en cama|bedside)(?!\p{{L}}))",
            $@"(?<!\p{{L}})to (?<value>(?!(?-i:[TLCSVMNG]\d|\d[TD]))(?:{Code}|\d{{2}})|7T)(?= stable|, report|,? (?:for recovery|for obs|post procedure|w/ RN|with RN|in stable)|\.? ?(?:$|[\n\r]))",
            // "Pfleger von der A3 informiert", "called to the RN on 12A at 16:42".
            @"(?<![\p{L}\p{N}])(?:von|auf|aus) (?:der|die) (?<value>(?-i:[A-Z]{1,2})?-?\d{1,3}(?-i:[A-Z])?)(?= (?:informiert|verlegt|abgerufen|angerufen|hat|bittet|meldet|ruft|wünscht|weiß|liegt|verständigt|benachrichtigt|kommt|holt)(?!\p{L}))",
            @"(?<![\p{L}\p{N}])(?:RN|SN|LPN|nurse|sister|NIC|charge nurse|staff nurse|outreach) on (?<value>(?-i:[A-Z])?\d{1,2}(?-i:[A-Z])?(?: (?-i:West|East|North|South))?|(?-i:(?<word>\p{Lu}\p{Ll}{2,}))(?: (?-i:West|East|North|South))?)(?= (?:at|by|and|who|for|with)(?!\p{L})|[,;.)]|$)",
            // What only a colon makes the label of a place.
            $@"(?<![\p{{L}}\p{{N}}])(?:location|loc|unit|dept|department|area|pt loc|patient location|ort|bereich|abt|abteilung|standort)\.?[ ]?[:=][ ]?(?<value>(?-i:\p{{Lu}}{{1,5}}[ -]?)?\d{{1,4}}(?:[ -]?(?-i:\p{{Lu}})(?![\p{{L}}\d]))?(?: (?-i:West|East|North|South|Ost|Nord|Süd))?(?![\p{{L}}\d]|[.,]\d|\s?(?:mm|cm|ml|x)\b)|(?-i:(?<word>\p{{Lu}}\p{{Ll}}{{2,}}))(?: \d{{1,3}})?(?= |[,;.)\n\r]|$))"]));

    // A ward, a room or a bed by letters and digits, but no dimension (3D), and no size or flow (8F, 12G, 4L).
    private const string Code = @"(?-i:\p{Lu}{1,2}-?\d{1,3}(?:-\d{1,3})?|(?![234]D)\d{1,3}-?(?![FGL])\p{Lu}\d?|\d{1,2}[a-d](?![\p{L}\d])|\p{Lu}/\d{1,2}(?![\d/]))(?:-(?:bis|ter))?";

    private const int LongestAbbreviation = 5, LengthOfRoom = 3;

    private static readonly Lazy<string[]> Beds = new(() => [.. LanguageData.Words("places", "bed")]);

    private static readonly Lazy<PatternSet> Scripted = new(() => new PatternSet(
        RegexOptions.None,
        [
            // 병동 ICU 3, 623호 복귀, 별관6병동
            @"(?:병동|병실|현위치|재원병동|입원병동)\s?[:：/]?\s?(?<value>(?:[MSNCEP]?ICU|CCU|NCU|ER|응급|중환자실|응급실)(?:[ -]?(?:[A-Z]|\d{1,2}))(?:구역|호|번)?|\d{1,2}층 ?[동서남북A-Z]?(?![\uAC00-\uD7A3A-Za-z]))",
            @"(?<![\p{L}\d.])(?<value>(?:(?:[MSNCEP]?ICU|CCU|응급|응급실) ?)?(?:[A-Z]구역|\d{1,4}[A-Z]?(?:호실|호|병동|병실)?(?:[ -]\d{1,2}번?)?)|\d{1,2}층 ?[동서남북A-Z](?:병동|쪽)?|\d{1,2}[동서남북](?:병동)?)(?=(?:으로|로)?\s(?:복귀|귀실|귀환|전동|전실|입실)(?!율|일))",
            @"(?<value>(?:본관|별관|신관|구관|동관|서관|남관|북관|제[1-4]관) ?\d{1,4}(?:층|호)?[A-Z]?)(?=\s?(?:병동|병실|호|입원))",
            // Who is fetched from a ward or sent there: B2 내려왔습니다, 金さん 14 もう降りてます, 回5西.
            $@"(?<![A-Za-z\p{{N}}./:-])(?<value>{Lettered})(?=[ ]?(?:已?下[楼来]|已送|推来|もう降り|降りて|降ろ|へ?帰[室棟]|内[线線]|내려[왔오옴가감갔]|올라[왔오옴가감갔]|(?:으로|로) ?(?:이동|전동|복귀)))",
            $@"(?<=[\u3400-\u9FFF] )(?<value>\d{{1,4}})(?=[ ]?已?下[楼来])",
            $@"(?<=[님씨] |さん |様 |老师 |先生 |女士 |阿姨 |爷爷 |奶奶 )(?<value>\d{{1,4}}|{Lettered})(?=[ ]?(?:已?下[楼来]|已送|推来|もう降り|降りて|降ろ|へ?帰[室棟]|내려[왔오옴가감갔]|올라[왔오옴가감갔]))",
            $@"(?<=[にへを에]|시에 )(?<value>\d{{2,4}})(?=へ?帰[室棟]|へ移[動送]|(?:으로|로) ?(?:이동|전동|복귀))",
            $@"(?<=[（(])(?<value>\d{{2,4}}|{Lettered})(?=[ ][\u3400-\u9FFF]{{1,4}}(?:氏|様|さん|殿)[）)])",
            // 床旁胸片，东6，2024-03-08; 胸部単純 ポータブル 4西
            $@"(?<=[，,、]\s?)(?<value>{Lettered}|(?:{Department})\d{{1,3}}|\d{{3,4}})(?=[，,、]\s?(?:(?:19|20)\d\d|\d\d)[-./年])",
            $@"(?:ポータブル|回診撮影|病棟撮影) (?<value>{Lettered}|\d{{2,4}})(?=[\s,、。]|$)",
            $@"(?:{Labels("ko", "ja", "zh")})[ :：]{{0,2}}(?<value>(?:[SMNCEPK]?ICU|HCU|CCU|GCU|SCU|RCU)-?\d{{1,2}})(?!\d)",
            $@"(?<=返回|回到|送回|转到)(?<value>{Lettered}|\d{{3,4}})(?![\p{{L}}\d])",
            $@"(?<![^\n])(?<value>\d{{2,4}}|{Lettered})(?=[ ]?(?:[\uAC00-\uD7A3]{{1,4}} ?간호사|Ns|NS|看護師|护士?[\u3400-\u9FFF]|[\u3400-\u9FFF]{{2,4}}护士|이송팀|병동팀))",
            $@"(?:코드블루|코드 블루|CPR방송) (?<value>\d{{1,4}}|{Lettered})(?![\p{{L}}\d])",
            $@"(?<=[回返]|送回|返回|转入|转回|收入|转至|送至)(?<value>{Lettered}|\d{{3,4}})(?=[ ,，。;；\n]|$)",
            $@"(?:(?:{Department})[科内外]{{1,2}}|院)(?<value>{Lettered}|\d{{1,4}})(?=患者|病人|[ ]?[\u3400-\u9FFF]{{1,3}}(?:爷爷|奶奶|阿姨|大爷|大妈|先生|女士|护士|医生))",
            $@"(?:{Labels("ko", "ja", "zh")})(?:[ :：]{{1,2}}(?<value>[\u3400-\u9FFF]{{1,6}}\d{{1,4}}{Ending}|[\u3400-\u9FFF]{{1,6}}病区)|(?<value>(?:急诊|抢救|留观|观察|监护|隔离|日间|特需)[\u3400-\u9FFF]{{0,4}}\d{{1,3}}{Ending})|[ :：]{{0,2}}(?<value>(?:[\u3400-\u9FFF]{{1,4}}科)?(?:[A-Z]?[座棟栋楼]?|[東西南北东])-?\d{{1,4}}{Ending}))|(?<![\d./-])(?<value>(?:(?:{Department})[科内外]?|[\u30A1-\u30FAー]{{2,8}}科)?(?:[東西南北东]|[A-Z]-?)?\d{{1,4}}[A-Z東西南北동서남북]?) ?(?:병동|호실|病棟|号室|病区|病室|号病房|号床|床(?![旁边上位下]))(?![:：])|(?<value>(?:(?:{Department})科?)?[一二三四五六七八九十]{{1,2}})病区|(?<value>(?:(?:{Department})科?)[一二三四五六七八九十\d]{{1,2}}[科区]?)(?=床[病旁患]|[,，][ ]?(?:19|20)\d\d[-/.年])|(?<value>东\d{{1,2}})床|(?<value>\d{{1,2}}楼[东西南北])|(?<value>[東西南北]\d{{1,2}})階|(?<value>\d{{1,2}}号楼\d{{1,2}}[层楼])|(?<value>\d{{1,2}})楼(?=\d)"]));

    private const string Department = "呼吸|消化|心血管|心脏|心|神经|神|肾脏|肾|内分泌|血液|风湿|肿瘤|感染|普通|普|骨|胸|泌尿|泌|肝胆|胃肠|甲乳|乳腺|血管|烧伤|整形|創傷|创伤|妇|产|妇产|儿|小儿|新生儿|眼|耳鼻喉|口腔|皮肤|康复|急诊|重症|麻醉|疼痛|介入|老年|综合|内|外|神经内|神经外|心内|心外|神内|神外|消化内|呼吸内|肾内|普外|胸外|泌外|血液内|肿瘤内|循環器|消化器|呼吸器|脳神経|脳|神経|整形外|泌尿器|産婦人|婦人|産";

    // A ward that is more than a number.
    private const string Lettered = @"(?:(?:본관|별관|신관|구관|동관|서관|남관|북관) ?\d{1,4}|\d{1,4}[A-Z東西南北东동서남북](?![A-Za-z\d])|[A-Z]\d{1,4}(?![A-Za-z\d]|[.]\d)|[東西南北东抢]\d{1,2}(?!\d)|(?:[SMNCEPK]?ICU|HCU|CCU|GCU|SCU|RCU)-?\d{1,2}(?!\d)|\d{1,2}[区楼](?![域段]))";

    private const string Ending = @"(?:[ -]?[A-Z]|[東西南北동서남북])?(?:号床|号室|床|号|室|호실|호|병동|病棟|病区|病房|階|楼|层|区)?(?![\d.]|\s?(?:mm|cm|ml))";

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        var patterns = (text.HasUnspacedScript ? Scripted : Pattern).Value;
        var matches = patterns.Find(text.WithAsciiDigits);
        foreach (var match in Enumerable.Range(0, patterns.Count).SelectMany(matches.Of))
        {
            var (value, word) = (match.Groups["value"], match.Groups["word"]);
            var isWord = word.Success && value.Length == word.Length;
            if (IsAmount(match, value) || IsAbbreviation(text, match))
                continue;
            // "Verlegt nach Intensiv. Lebt allein": a dot behind a whole word ends its sentence.
            if (isWord && match.Value.IndexOf(". ", StringComparison.Ordinal) > LongestAbbreviation)
                continue;
            if (!isWord || !(IsBed(match) || IsWord(text, Folding.Fold(word.Value))))
                yield return new Finding(value.Index, value.Length, FindingKind.Institution);
        }
    }

    // "Ricoverata in 4B" is a ward and "in 214" a room, "hospitalisé en 2019" a year.
    private static bool IsAmount(Match match, Group value) => value.Length != LengthOfRoom && value.Value.All(char.IsDigit)
        && (match.Value.IndexOf(" en ", StringComparison.OrdinalIgnoreCase) > 0 || match.Value.IndexOf(" in ", StringComparison.OrdinalIgnoreCase) > 0);

    // RM 3T is a scanner and IMC 34 a weight, where rooms and wards are called otherwise.
    private static bool IsAbbreviation(TokenizedText text, Match match) => text.IsRomance
        && (match.Value.StartsWith("RM", StringComparison.Ordinal) || match.Value.StartsWith("IMC", StringComparison.Ordinal));

    // Rooms and beds have numbers; wards have names.
    private static bool IsBed(Match match) => Beds.Value.Any(bed => match.Value.StartsWith(bed, StringComparison.OrdinalIgnoreCase));

    private static bool IsWord(TokenizedText text, string folded) => Vocabulary.IsCommonWord(folded)
        || (text.Language == "de" && (MedicalEndings.Has(folded) || Compounds.IsOne(folded)));

    private static string Of(string kind) => string.Join("|", LanguageData.Words("places", kind).Distinct().OrderByDescending(words => words.Length).Select(Regex.Escape));

    private static string Labels(params string[] languages) => string.Join("|", languages.SelectMany(language => LanguageData.WordsIn(language, "places", "ward", "bed"))
        .OrderByDescending(word => word.Length).Select(Regex.Escape));
}
