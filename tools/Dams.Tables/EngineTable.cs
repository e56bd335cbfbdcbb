using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tables;

/// <summary>A table of the engine that is made from the standard.</summary>
/// <param name="Name">The file name.</param>
/// <param name="Lines">Makes its lines.</param>
internal sealed record EngineTable(string Name, Func<StandardFolder, IEnumerable<string>> Lines)
{
    /// <summary>The edition of the standard that the tables of the engine are of.</summary>
    public const string Edition = "2025e";

    // Where table E.1-1 does not list them: prose, names, dates, addresses, and bytes in which text was found.
    private static readonly string[] Removable = ["LT", "ST", "UC", "UT", "PN", "DA", "DT", "UR", "OB", "OW", "UN"];

    public static IReadOnlyList<EngineTable> All { get; } =
    [
        new("elements.txt", standard => ElementTable.Single(standard.Part(6), standard.Part(7))),
        new("repeating-elements.txt", standard => ElementTable.Repeating(standard.Part(6), standard.Part(7))),
        new("transfer-syntaxes.txt", standard => TransferSyntaxTable.Lines(standard.Part(6))),
        new("registered-uids.txt", standard => RegisteredUidTable.Lines(standard.Part(6))),
        new("character-sets.txt", standard => CharacterSetTable.Lines(standard.Part(3))),
        new("confidentiality.txt", standard => ConfidentialityTable.Lines(
            standard.Part(15), ElementTable.Keywords(standard.Part(6), standard.Part(7)))),
        new("attribute-types.txt", standard => AttributeTypeTable.Lines(
            standard.Part(3), standard.Part(4), standard.Part(15),
            ElementTable.TagsOf(standard.Part(6), standard.Part(7), Removable)
                .Except(TagsIn("kept-free-text.txt")).Except(TagsIn("class-uids.txt")).Concat(TagsIn("siblings.txt")))),
        new("private-elements.txt", standard => PrivateElementTable.Lines(standard.Part(15), standard.PrivateElements())),
    ];

    // Tables that are no facts of the standard but a reading of it, made by hand.
    private static IEnumerable<string> TagsIn(string name) =>
        File.ReadLines(TableFiles.Engine(TableFiles.Repository(), name)).Select(line => line.Split(' ')[0]);

    /// <summary>What its file holds: each line with a line feed, to be written as UTF-8.</summary>
    /// <exception cref="System.IO.FileNotFoundException">A part that it is made from is not there.</exception>
    /// <exception cref="System.IO.InvalidDataException">A part is not what it should be.</exception>
    public string Text(StandardFolder standard) => string.Concat(Lines(standard).Select(line => line + "\n"));
}
