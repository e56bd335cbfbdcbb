using System;
using System.Collections.Generic;

namespace Dams.Cleaning;

/// <summary>The identifying values of some instances: those to look for in their texts.</summary>
/// <remarks>Not safe for use by several threads while it is filled.</remarks>
internal sealed class KnownValues
{
    private static readonly KnownValueKind[] Kinds = (KnownValueKind[])Enum.GetValues(typeof(KnownValueKind));

    private static readonly (ProfileOption Option, KnownValueKind Kind)[] Kept =
    [
        (ProfileOption.RetainInstitutionIdentity, KnownValueKind.Institution),
        (ProfileOption.RetainInstitutionIdentity, KnownValueKind.InstitutionAddress),
        (ProfileOption.RetainDeviceIdentity, KnownValueKind.Device),
        (ProfileOption.RetainDeviceIdentity, KnownValueKind.DevicePlace),
        (ProfileOption.RetainPatientCharacteristics, KnownValueKind.Characteristic),
        (ProfileOption.CleanDescriptors, KnownValueKind.Descriptor),
    ];

    private readonly HashSet<string>[] _texts = Array.ConvertAll(Kinds, _ => new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Person names as PN writes them.</summary>
    public IReadOnlyCollection<string> Names => Of(KnownValueKind.Name);

    /// <summary>Identifiers of patients, admissions, orders, devices' owners.</summary>
    public IReadOnlyCollection<string> Identifiers => Of(KnownValueKind.Identifier);

    /// <summary>Names of institutions and departments.</summary>
    public IReadOnlyCollection<string> Institutions => Of(KnownValueKind.Institution);

    /// <summary>Postal addresses.</summary>
    public IReadOnlyCollection<string> Addresses => Of(KnownValueKind.Address);

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyCollection<string> Telephones => Of(KnownValueKind.Telephone);

    /// <summary>Dates of examinations, as YYYYMMDD.</summary>
    public IReadOnlyCollection<string> Dates => Of(KnownValueKind.Date);

    /// <summary>Birth dates, as YYYYMMDD.</summary>
    public IReadOnlyCollection<string> BirthDates => Of(KnownValueKind.BirthDate);

    /// <summary>The values of a kind.</summary>
    public IReadOnlyCollection<string> Of(KnownValueKind kind) => _texts[(int)kind];

    /// <summary>Number of values.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var texts in _texts)
                count += texts.Count;
            return count;
        }
    }

    /// <summary>Whether a value is among them.</summary>
    public bool Contains(KnownValue value) => value.Text.Length == 0 || _texts[(int)value.Kind].Contains(value.Text);

    /// <summary>Takes in values.</summary>
    public void Add(IEnumerable<KnownValue> values)
    {
        foreach (var value in values)
        {
            if (value.Text.Length > 0)
                _texts[(int)value.Kind].Add(value.Text);
        }
    }

    /// <summary>Takes in all that other instances hold.</summary>
    public void Add(KnownValues others)
    {
        for (var i = 0; i < _texts.Length; i++)
            _texts[i].UnionWith(others._texts[i]);
    }

    /// <summary>These values without what options of a profile keep where it stands: then it may stand in texts too.</summary>
    /// <param name="has">Whether the profile has an option.</param>
    public KnownValues WithoutKept(Func<ProfileOption, bool> has)
    {
        var others = new KnownValues();
        others.Add(this);
        foreach (var (option, kind) in Kept)
        {
            if (has(option))
                others._texts[(int)kind].Clear();
        }
        return others;
    }
}

/// <summary>A value that identifies and can stand in texts.</summary>
internal readonly record struct KnownValue(KnownValueKind Kind, string Text);

/// <summary>The kind of an identifying value that can stand in texts too.</summary>
internal enum KnownValueKind
{
    /// <summary>Of a person, as PN writes it.</summary>
    Name,

    /// <summary>A number or code of a patient, an order, a specimen, who issued it, or an application on the network.</summary>
    Identifier,

    /// <summary>An institution or department: the option for institutions keeps it.</summary>
    Institution,

    /// <summary>Where an institution is: the same option keeps it.</summary>
    InstitutionAddress,

    /// <summary>Where a person lives.</summary>
    Address,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>A birth date, as DA writes it.</summary>
    BirthDate,

    /// <summary>The date of an examination, as DA writes it.</summary>
    Date,

    /// <summary>A device's name or number: the option for devices keeps it.</summary>
    Device,

    /// <summary>Where a device stands: the same option keeps it.</summary>
    DevicePlace,

    /// <summary>Some words that no option keeps: a ward, a rank, a religion, a trial.</summary>
    Phrase,

    /// <summary>A characteristic of the patient in words: the option for characteristics keeps it.</summary>
    Characteristic,

    /// <summary>An occupation, a service, a name that a user gave: the option that cleans descriptors keeps it.</summary>
    Descriptor,
}
