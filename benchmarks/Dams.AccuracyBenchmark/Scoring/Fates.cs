using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Benchmarks.Accuracy.Generation;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>
/// What has to become of each value. Section E.1.1 of PS3.15 comes first: what identifies goes, wherever it stands and whatever
/// the table says of the place. What the table leaves, or an option retains, stays. What can be argued either way is not counted.
/// </summary>
internal sealed class Fates(StandardTables tables, ProfileKind profile)
{
    /// <summary>What an attribute of the table is called to hold.</summary>
    public const string OwnValue = "own value";

    private static readonly string[] Encoded = ["00100010", "00100020", "00100030", "00080080", "00080081", "00081030"];
    private static readonly string[] Describing = ["occupation", "religion", "ethnic group"];
    private static readonly string[] OfDevice = ["station name", "device serial"];

    // A number before a word, eight digits, digits with dots: a town, a day; or a model, a number, a version.
    private static readonly string[] LikeProduct = ["place: 8091 N", "date: yyyyMMdd", "date: dd.MM.yy", "name: Name: N"];

    public Fate Of(Planting planting)
    {
        if (profile == ProfileKind.Encode)
        {
            // Of a birth date that profile leaves the year, with month and day 0101: there is nothing to take from such a day.
            if (planting.What == "birth date" && planting.Value.EndsWith("0101", System.StringComparison.Ordinal))
                return Fate.Open;
            var isChanged = Encoded.Contains(planting.Chain) && planting.Kind is Kind.OwnAttribute or Kind.HeaderValueInText;
            return isChanged ? Fate.Goes : Fate.Open;
        }
        return planting.Kind switch
        {
            Kind.OwnAttribute => OfOwn(planting),
            Kind.HeaderValueInText or Kind.AnnouncedInDescriptor or Kind.AnnouncedInText or Kind.Disguised => OfText(planting),
            Kind.InstanceUid => tables.ProfileOf(planting.Tag) is { } row && OptionOf(row) == "K" ? Fate.Open : Fate.Goes,
            Kind.Private or Kind.BesidePixels => Fate.Goes,
            Kind.Date => OfDate(planting),
            Kind.PixelData => Fate.Stays,
            Kind.SafePrivate => profile == ProfileKind.Basic ? Fate.Open : Fate.Stays,
            _ => !planting.IsForeignVr && Keeps(planting) ? Fate.Stays : Fate.Open,
        };
    }

    /// <summary>The attribute stays, so that words in it have to stay too.</summary>
    public bool Keeps(Planting planting)
    {
        if (profile == ProfileKind.Encode || planting.Path.SkipLast(1).Any(tag => !IsOpenPlace(tag)))
            return false;
        return tables.ProfileOf(planting.Tag) is { } row
            ? OptionOf(row) is "K" || (profile != ProfileKind.Basic && row.Descriptors == "C" && row.Device.Length == 0)
            : IsOpenPlace(planting.Tag) && (profile != ProfileKind.Basic || !AttributeKinds.Prose.Contains(planting.Vr));
    }

    public bool HasToKeepDate(Planting planting) =>
        tables.ProfileOf(planting.Tag) is { ModifiedDates: "C" } && planting.Path.SkipLast(1).All(IsOpenPlace);

    private bool IsOpenPlace(string tag) => tables.ProfileOf(tag) is null && !AttributeKinds.NamesWhatIdentifies(tables.KeywordOf(tag));

    private Fate OfOwn(Planting planting)
    {
        var letter = tables.ProfileOf(planting.Tag) is { } row ? OptionOf(row) : "";
        if (letter.Length == 0)
            return Fate.Goes;
        if (letter == "K" && planting.What != OwnValue)
            return Fate.Stays;
        return planting.What == OwnValue || Describing.Contains(planting.What) || OfDevice.Contains(planting.What) ? Fate.Open : Fate.Goes;
    }

    private Fate OfText(Planting planting)
    {
        var isOpen = profile != ProfileKind.Basic && OfDevice.Any(what => planting.What.StartsWith(what, StringComparison.Ordinal));
        var isDate = planting.What.StartsWith("study date", StringComparison.Ordinal) || planting.What.StartsWith("date:", StringComparison.Ordinal);
        if (isOpen || (isDate && profile == ProfileKind.FullDates))
            return Fate.Open;
        return ReadsAsItsAttribute(planting) ? Fate.Doubtful : Fate.Goes;
    }

    /// <summary>
    /// Whether nobody can tell a value from what its attribute is for: "15.04.04" in a version, "8091 Vrokek" in a model; or it
    /// says that it numbers a device, where devices are retained.
    /// </summary>
    private bool ReadsAsItsAttribute(Planting planting)
    {
        if (profile != ProfileKind.Basic && (planting.What == "number: serial no. ~~~~~~"
            || (planting.What is "number: ID ~~~~~~" or "address: 10.~~.1~~.7" && tables.ProfileOf(planting.Tag) is { Device: "K" })))
        {
            return true;
        }
        return LikeProduct.Contains(planting.What) && AttributeKinds.NamesProduct(tables.KeywordOf(planting.Tag))
            && !planting.Tokens.Any(AnnouncedForms.IsCommonName);
    }

    private Fate OfDate(Planting planting)
    {
        var row = tables.ProfileOf(planting.Tag);
        if (planting.What == "time")
        {
            if (row is null || profile == ProfileKind.Research)
                return Fate.Open;
            return row.FullDates == "K" && profile == ProfileKind.FullDates ? Stayed(planting) : Fate.Goes;
        }
        return profile switch
        {
            ProfileKind.Basic => Fate.Goes,
            ProfileKind.Research => row is null || row.ModifiedDates == "C" ? Fate.Moves : Fate.Goes,
            _ => row is null ? Fate.Open : row.FullDates == "K" ? Stayed(planting) : Fate.Goes,
        };
    }

    private Fate Stayed(Planting planting) => planting.Path.SkipLast(1).All(IsOpenPlace) && !planting.IsForeignVr ? Fate.Stays : Fate.Open;

    private string OptionOf(ProfileRow row)
    {
        if (profile == ProfileKind.Basic)
            return row.Basic == "K" ? "K" : "";
        IReadOnlyList<string> letters =
            [row.Device, row.Patient, profile == ProfileKind.FullDates ? row.FullDates : row.ModifiedDates, row.Descriptors];
        return letters.Contains("K") ? "K" : letters.Contains("C") ? "C" : "";
    }
}
