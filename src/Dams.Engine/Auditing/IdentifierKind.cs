namespace Dams;

/// <summary>The kind of identifying data that an audit finds.</summary>
public enum IdentifierKind
{
    /// <summary>The name of a person: of a patient, or one that a title or label announces.</summary>
    Name,

    /// <summary>A number or code of a patient, an admission, an order.</summary>
    Identifier,

    /// <summary>A number that a state gives its people.</summary>
    NationalIdentifier,

    /// <summary>The birth date or a date of the original, or in free text any date, where dates were removed.</summary>
    Date,

    /// <summary>A telephone or fax number.</summary>
    Telephone,

    /// <summary>An address of mail, of the web or of a machine.</summary>
    ElectronicAddress,

    /// <summary>A street or a place with its postal code.</summary>
    PostalAddress,

    /// <summary>The name of a hospital, a practice or a department of the original.</summary>
    Institution,

    /// <summary>An age over 89 years.</summary>
    Age,

    /// <summary>A UID of the originals.</summary>
    OriginalUid,

    /// <summary>The file does not say that it was de-identified: (0012,0062), (0012,0063) or (0012,0064) is missing.</summary>
    MissingMark,

    /// <summary>The image is of a kind into which text is often burned.</summary>
    BurnedInText,

    /// <summary>The file cannot be read, or is of a kind that the audit cannot look into.</summary>
    Unchecked,
}
