using System;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>A part of a text.</summary>
internal sealed record Piece(string Text, PieceKind Kind)
{
    /// <summary>What was planted; empty where nothing was.</summary>
    public string What { get; init; } = "";

    /// <summary>Whether the header of the same file holds it.</summary>
    public bool IsOfHeader { get; init; }

    /// <summary>Of a date the same one moved by so many days.</summary>
    public Func<int, string>? Moved { get; init; }
}

internal enum PieceKind
{
    /// <summary>It has to stay.</summary>
    Clinical,

    /// <summary>It announces something and may go with it.</summary>
    Label,

    /// <summary>It has to go.</summary>
    Planted,
}

/// <summary>A report in pieces, with the line that each comes from.</summary>
internal sealed record Report(System.Collections.Generic.IReadOnlyList<Piece> Pieces);

/// <summary>A file with a report.</summary>
/// <param name="Chain">The tags from the root to the attribute that holds the report.</param>
internal sealed record TextFile(string Name, string Language, string Chain, DateTime Study, Report Report, byte[] Bytes);
