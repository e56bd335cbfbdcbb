using System;

namespace Dams.Benchmarks.Text.People;

/// <summary>A patient with what the header of the files says.</summary>
/// <param name="Referrer">The physician that the header names.</param>
/// <param name="HasScript">Whether the header has the name in the script of the language; else in Latin letters alone.</param>
/// <param name="HasLatin">Whether the header has the name in Latin letters.</param>
internal sealed record Patient(
    Person Person, string Id, string Accession, DateTime Birth, DateTime Study, Person Referrer, string Hospital, bool HasScript, bool HasLatin);
