namespace Dams.Cleaning;

/// <summary>What a text is for, which decides what its words and numbers are taken for.</summary>
internal enum TextKind
{
    /// <summary>Sentences of people.</summary>
    Prose,

    /// <summary>Terms and short labels, where letters may be abbreviations and numbers settings.</summary>
    Technical,

    /// <summary>What a maker calls a product, its version, a code or a number: a word in no list is a model there, and digits with dots are a version.</summary>
    Product,

    /// <summary>What numbers a device, where an option keeps devices: its own number stays.</summary>
    Device,

    /// <summary>What people call a device or write of it, where an option keeps devices: its own number stays, and a date or a name is none of a product.</summary>
    DeviceLabel,
}
