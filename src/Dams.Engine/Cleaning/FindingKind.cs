namespace Dams;

/// <summary>What kind of thing identifies.</summary>
public enum FindingKind
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
}
