using System;

namespace Dams.Network;

/// <summary>A node that answered.</summary>
/// <param name="Node">Which.</param>
/// <param name="Time">How long association and answer took.</param>
public sealed record NodeAnswer(DicomNode Node, TimeSpan Time);
