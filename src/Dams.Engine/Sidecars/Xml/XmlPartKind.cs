namespace Dams.Sidecars.Xml;

/// <summary>What a part of an XML text is.</summary>
internal enum XmlPartKind
{
    Element,
    Text,
    CData,
    Comment,
    Instruction,
}
