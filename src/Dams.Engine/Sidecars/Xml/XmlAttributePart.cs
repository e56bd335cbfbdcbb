namespace Dams.Sidecars.Xml;

/// <summary>Where an attribute stands.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Start">The first white space before its name.</param>
/// <param name="ValueStart">Behind the opening quotation mark.</param>
/// <param name="ValueEnd">The closing quotation mark.</param>
internal readonly record struct XmlAttributePart(string Name, int Start, int ValueStart, int ValueEnd);
