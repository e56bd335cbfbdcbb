using System;
using System.Collections.Generic;

namespace Dams.Cleaning;

/// <summary>The identifying values of some instances: those to look for in their texts.</summary>
/// <remarks>Not safe for use by several threads while it is filled.</remarks>
internal sealed class KnownValues
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _institutions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _telephones = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _birthDates = new(StringComparer.Ordinal);

    /// <summary>Person names as PN writes them.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Identifiers of patients, admissions, orders, devices' owners.</summary>
    public IReadOnlyCollection<string> Identifiers => _identifiers;

    /// <summary>Names of institutions and departments.</summary>
    public IReadOnlyCollection<string> Institutions => _institutions;

    /// <summary>Postal addresses.</summary>
    public IReadOnlyCollection<string> Addresses => _addresses;

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyCollection<string> Telephones => _telephones;

    /// <summary>Dates of examinations, as YYYYMMDD.</summary>
    public IReadOnlyCollection<string> Dates => _dates;

    /// <summary>Birth dates, as YYYYMMDD.</summary>
    public IReadOnlyCollection<string> BirthDates => _birthDates;

    /// <summary>Takes in values.</summary>
    public void Add(IEnumerable<KnownValue> values)
    {
        foreach (var value in values)
        {
            if (value.Text.Length > 0)
                SetOf(value.Kind).Add(value.Text);
        }
    }

    /// <summary>Takes in all that other instances hold.</summary>
    public void Add(KnownValues others)
    {
        foreach (KnownValueKind kind in Enum.GetValues(typeof(KnownValueKind)))
            SetOf(kind).UnionWith(others.SetOf(kind));
    }

    /// <summary>The same without the values of a kind.</summary>
    public KnownValues Without(KnownValueKind kind)
    {
        var others = new KnownValues();
        others.Add(this);
        others.SetOf(kind).Clear();
        return others;
    }

    private HashSet<string> SetOf(KnownValueKind kind) => kind switch
    {
        KnownValueKind.Name => _names,
        KnownValueKind.Identifier => _identifiers,
        KnownValueKind.Institution => _institutions,
        KnownValueKind.Address => _addresses,
        KnownValueKind.Telephone => _telephones,
        KnownValueKind.BirthDate => _birthDates,
        _ => _dates,
    };
}

/// <summary>A value that identifies and can stand in texts.</summary>
internal readonly record struct KnownValue(KnownValueKind Kind, string Text);

/// <summary>The kind of an identifying value that can stand in texts too.</summary>
internal enum KnownValueKind
{
    Name,
    Identifier,
    Institution,
    Address,
    Telephone,
    BirthDate,
    Date,
}
