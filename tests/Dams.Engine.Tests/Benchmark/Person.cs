using System;

namespace Dams.Tests.Benchmark;

/// <summary>A patient who does not exist.</summary>
/// <param name="Name">The name as PN writes it.</param>
/// <param name="Script">The name as people write it in a script without spaces between words; empty where there is none.</param>
/// <param name="Physician">Who referred him, as PN writes it.</param>
internal sealed record Person(
    Alphabet Alphabet, string Name, string Script, string PatientID, string Accession, DateTime Birth, string Sex,
    string Phone, string Address, string Institution, string Physician, string Operator)
{
    /// <summary>The day of his examination.</summary>
    public DateTime Study { get; init; }

    public string OtherID => "X" + PatientID.Length + "-" + Accession;
}
