namespace Dams.Cleaning.Names;

/// <summary>How a word announces a name.</summary>
internal enum NameLabelKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Right before it: Dr. Doe.</summary>
    Title,

    /// <summary>With a colon or the like between: Name: Doe.</summary>
    Label,

    /// <summary>With or without a colon between: tech Doe, daughter (Anna).</summary>
    Role,

    /// <summary>Behind a comma: Jane Doe, MD.</summary>
    Degree,
}
