using System.Collections.Generic;

namespace Dams.Cleaning;

/// <summary>A part of a text that identifies.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Replacement">What to write in its place; null to take it out.</param>
internal readonly record struct Finding(int Start, int Length, FindingKind Kind, string? Replacement = null)
{
    public int End => Start + Length;
}

/// <summary>Finds one kind of identifying parts in texts.</summary>
internal interface IDetector
{
    /// <summary>The parts that identify, in any order.</summary>
    IEnumerable<Finding> Find(TokenizedText text);
}

/// <summary>What kind of thing identifies.</summary>
internal enum FindingKind
{
    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>A number or code of a patient, an admission, an order.</summary>
    Identifier,

    /// <summary>A number that a state gives its people.</summary>
    NationalIdentifier,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A telephone or fax number.</summary>
    Telephone,

    /// <summary>An address of mail, of the web or of a machine.</summary>
    ElectronicAddress,

    /// <summary>A street or a place with its postal code.</summary>
    PostalAddress,

    /// <summary>The name of a hospital, a practice or a department.</summary>
    Institution,

    /// <summary>An age over 89 years.</summary>
    Age,

    /// <summary>A UID of an instance.</summary>
    Uid,
}
