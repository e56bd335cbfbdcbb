using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Dicom.Dictionary;
using Dams.Profiles;

namespace Dams.Help;

/// <summary>The page that shows what each profile and option does with each attribute, from the rules themselves.</summary>
public static class ProfilePage
{
    private static readonly (ProfileOption Option, string Title)[] Options =
    [
        (ProfileOption.RetainUIDs, "UIDs"),
        (ProfileOption.RetainDeviceIdentity, "Device"),
        (ProfileOption.RetainInstitutionIdentity, "Institution"),
        (ProfileOption.RetainPatientCharacteristics, "Patient"),
        (ProfileOption.RetainLongitudinalFullDates, "Full dates"),
        (ProfileOption.RetainLongitudinalModifiedDates, "Modified dates"),
        (ProfileOption.CleanDescriptors, "Descriptors"),
        (ProfileOption.CleanStructuredContent, "Structured"),
        (ProfileOption.CleanGraphics, "Graphics"),
    ];

    /// <summary>The text of the page, in Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Head);
        page.Append("| Tag | Attribute | Basic | Research |");
        foreach (var (_, title) in Options)
            page.Append(CultureInfo.InvariantCulture, $" {title} |");
        page.Append("\n| --- | --- | --- | --- |").Append(string.Concat(Options.Select(_ => " --- |"))).Append('\n');
        foreach (var row in ConfidentialityTable.Rows)
        {
            var (tag, name) = NameOf(row.Attributes);
            page.Append(CultureInfo.InvariantCulture, $"| {tag} | {name} | {Letters(row, [])} | {Letters(row, ProfileBuilder.ResearchOptions)} |");
            foreach (var (option, _) in Options)
                page.Append(' ').Append(row.Options.ContainsKey(option.ToString()) ? Letters(row, [option]) : "").Append(" |");
            page.Append('\n');
        }
        WriteSiblings(page);
        WriteFreeText(page);
        return page.ToString();
    }

    private static void WriteSiblings(StringBuilder page)
    {
        page.Append(SiblingsHead);
        foreach (var sibling in Siblings.All)
        {
            var (tag, name) = NameOf(sibling.Row.Attributes);
            page.Append(CultureInfo.InvariantCulture, $"| {tag} | {name} | {DataDictionary.KeywordOf(sibling.Listed)} | {Letters(sibling.Row, [])} | {Letters(sibling.Row, ProfileBuilder.ResearchOptions)} | {sibling.Reason} |\n");
        }
    }

    private static void WriteFreeText(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## Prose that stays\n\nOf the attributes of representations LT, ST, UC and UT that neither the table nor the list above has, {FreeText.Removed.Count} are removed where texts are not cleaned. These stay, without what is known of the patient:\n\n| Tag | Attribute | why |\n| --- | --- | --- |\n");
        foreach (var (tag, reason) in FreeText.Kept)
            page.Append(CultureInfo.InvariantCulture, $"| {tag.Group:X4},{tag.Element:X4} | {DataDictionary.KeywordOf(tag)} | {reason} |\n");
    }

    private static string Letters(ConfidentialityRow row, IReadOnlyCollection<ProfileOption> options)
    {
        var action = ProfileBuilder.RuleOf(row, options).Action;
        var letters = new List<string>();
        foreach (var (flag, letter) in new[]
        {
            (RuleAction.Remove, "X"), (RuleAction.Empty, "Z"), (RuleAction.Dummy, "D"), (RuleAction.MapUid, "U"),
            (RuleAction.Keep, "K"), (RuleAction.Clean, "C"),
        })
        {
            if ((action & flag) != 0)
                letters.Add(letter);
        }
        return string.Join("/", letters);
    }

    private static (string Tag, string Name) NameOf(TagPattern pattern)
    {
        if (pattern == TagPattern.Private)
            return ("gggg,eeee", "private attributes (odd groups)");
        var text = string.Concat(Enumerable.Range(0, 8).Select(i =>
        {
            var shift = 4 * (7 - i);
            return (pattern.Mask >> shift & 0xF) == 0 ? "x" : (pattern.Value >> shift & 0xF).ToString("X", CultureInfo.InvariantCulture);
        }));
        return (text.Insert(4, ","), pattern.IsExact ? DataDictionary.KeywordOf(new Tag(pattern.Value)) : pattern.Value >> 24 == 0x50 ? "curves" : OverlayName(pattern));
    }

    private static string OverlayName(TagPattern pattern) => (ushort)pattern.Value == 0x3000 ? "OverlayData" : "OverlayComments";

    private const string SiblingsHead = """

        ## Identifying attributes that table E.1-1 does not list

        They identify by their nature, so they are treated as one that the table lists. LabelText is in the table too; this row takes its place.

        | Tag | Attribute | treated as | Basic | Research | why |
        | --- | --- | --- | --- | --- | --- |

        """;

    private const string Head = """
        # What the profiles do

        This page is made from the tables that the engine reads; a test fails when they differ. To make it anew:

            dotnet run --project tools/Dams.Help -- profiles docs/profiles.md

        ## Profiles

        **Basic** is the Basic Application Level Confidentiality Profile of PS3.15 (2025e), table E.1-1, at every nesting level. **Research** is Basic with RetainSafePrivate, RetainLongitudinalModifiedDates, RetainPatientCharacteristics, RetainDeviceIdentity and CleanDescriptors. **Encode** changes PatientName, PatientID, PatientBirthDate (the year stays), InstitutionName, InstitutionAddress and StudyDescription wherever they stand, and no other byte.

        ## Letters

        | letter | what is done |
        | --- | --- |
        | X | The attribute is removed. |
        | Z | Its value is emptied. |
        | D | A dummy that fits its value representation takes the place of the value. The items of a sequence stay; in them text, names, dates and codes of their own become dummies. |
        | U | Its UIDs are replaced, each by the same one wherever it stands. |
        | K | It is kept; a sequence is cleaned inside. |
        | C | It is cleaned: dates are moved or kept as the date option says, text loses what identifies, a sequence is cleaned inside. What cannot be cleaned is treated as Basic says. |

        Of several letters the attribute's type in the instance's IOD chooses: X for type 3, Z for type 2, D for type 1; for a SOP class that is not known, the last. Two readings of the table are Dams' own. X/Z/U* always keeps the sequence and replaces the UIDs in it: a reference to a pseudonymous image identifies nobody, and without it a segmentation has lost its source. PatientName and PatientID get the pseudonym where the table says Z or D. Where the table says X or Z alone and the IOD requires the attribute at its place, the integrity of the IOD comes first (PS3.15 section E.1.1): type 1 gets a dummy, type 2 is emptied.

        ## Beyond the table

        - Elements of even groups that the standard does not define are removed: what they hold is unknown. So are those of a command (group 0000), of the file meta information (group 0002) and of a DICOMDIR (group 0004) that stand in a dataset, in items too.
        - Names (PN) that the table does not list are removed. So are dates (DA, DT), where no option keeps or moves them, and addresses (UR), but for those of codes.
        - UIDs that it does not list are replaced, but for those that name a kind of thing: SOP classes, transfer syntaxes, coding schemes.
        - Private attributes are removed. With RetainSafePrivate those stay that table E.3.10-1 lists, with their creators, where their value is one of the representation that the table prints; their text is cleaned whatever other option is on, dates among them follow the date option, UIDs are replaced, a sequence is cleaned inside.
        - An overlay that loses its bitmap goes as a whole. With CleanGraphics the bitmaps of regions stay (type R), those of graphics do not.
        - **What is known of the patient is taken out of everything that stays**, at any depth: names, numbers, institutions, addresses, issuers, locations, application entities and dates that the file, or another file of the patient in the same run, has in their own elements. Text of every representation is searched, terms (CS) and addresses (UR) too, under whatever representation the file gives it; in CS `REMOVED` takes the place of what was found, elsewhere `[removed]`. Values that the standard defines for terms stay whole. A number, date or age (IS, DS, DA, TM, AS) that is the patient's number or no number becomes a dummy; a name or a date that is sent as something else goes, and so does an item that is called a text. Where a name or number of five characters or more, the birth date, a telephone number, an address or a UID of the instance stands in bytes that are no pixels (colour profile, colour table, waveform), the attribute goes, or becomes zeros where the IOD requires it. What goes on over the backslashes between values goes from each of them, and a text that holds a name in an encoding that the file does not declare becomes a dummy. Words of anatomy, protocols and reports stay, also where a patient is called so. What a user names to be kept stays as it is.
        - Prose (LT, ST, UC, UT) that the table does not list is removed, unless the list below has it.
        - With CleanDescriptors such prose, and descriptions, comments, titles, notes, summaries and reasons that the table does not list, are cleaned as those that it lists. In all other texts that stay, with that option or without, what a title, a role or a label announces goes (names, numbers of records, rooms, birth dates), and what its form alone tells: telephone numbers, addresses of mail, web, machines and streets, institutions, ages above 89 years, national numbers. Dates there go where the file has them elsewhere, where a word announces them (prior, dated, on) or where they are all the text says; in the name or the version of a product, in a code and in a number "15.04.04", eight digits and a number before an unknown word stay, since they may be a version or a model. The number of a device that a label announces goes where devices are not retained. What an option retains is searched in the same way, but for what the option is for: the words and the address of an institution, the number of a device. Meanings of codes of a published scheme lose only what is known.
        - UIDs of instances that stand in texts are replaced as elsewhere. Below the root of the standard only UIDs that it registers stay. Where the UID of a class, context or coding scheme belongs, none stays that this file has where UIDs are replaced, nor one made of a UUID (2.25.…), but for the SOP class itself; where a transfer syntax belongs, one that the standard does not register stays only below the root of its one maker.
        - A date in the old form YYYY.MM.DD that is moved is written as YYYYMMDD. An age above 89 years that stays becomes 090Y (HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)(C)).
        - With CleanPixelData, (7FE0,0010) is blacked out where a rule says so; (0028,0301) becomes NO where that accounts for all of the image. A NO leaves with no image in which text is suspected, whatever the profile (Encode excepted): it is removed, or becomes YES where the SOP class requires a value; and the code 113101 is not in (0012,0064) of such an image. [The warning BurnedInText](errors.md#burnedintext) names the reasons.
        - (0012,0062), (0012,0063), (0012,0064) and (0028,0303) say what was done. The preamble is zeroed; AE titles, addresses and private information leave the file meta information; bytes after the dataset are dropped.
        - Elements after pixel data belong to the dataset, in whatever order they stand, private ones too; in Encode they are changed as all others.
        - An unknown value (UN) that begins as a sequence does and cannot be read as one is removed, whatever rule keeps it. Encode leaves it, and refuses the file where the tag of one of the six attributes stands in it.
        - (0002,0010) stays, a private one too, unless it is no UID or the dataset belies it: then it says what the dataset is. Compressed pixel data of which nothing says how they were compressed are refused. A deflated dataset whose elements are implicit comes out not deflated, as Implicit VR Little Endian; Encode, which leaves (0002,0010) in any case, refuses it.
        - What is deflated comes out deflated, of even length (PS3.5 section A.5), in blocks that are stored and not compressed: compressors differ between systems and versions, and the same input is to give the same output. Such files grow to the size that they have when inflated.

        ## Attributes

        An empty cell: the option leaves what Basic does.


        """;
}
