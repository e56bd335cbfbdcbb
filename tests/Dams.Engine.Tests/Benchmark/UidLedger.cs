using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Benchmark;

/// <summary>Which UIDs and patients became which, over all instances.</summary>
internal sealed class UidLedger
{
    private readonly Dictionary<string, string> _forward = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _back = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);

    /// <summary>Whether an old UID became what it became elsewhere, and no other became the same.</summary>
    public bool Agrees(string before, string after)
    {
        var (old, now) = (before.Split('\\'), after.Split('\\'));
        return old.Length == now.Length && Enumerable.Range(0, old.Length).All(i => AgreesOn(old[i], now[i]));
    }

    private bool AgreesOn(string before, string after) =>
        after.Length is > 0 and <= 64
        && Put(_forward, before, after) == after
        && Put(_back, after, before) == before;

    /// <summary>The pseudonym that a person had first; nobody else may have it.</summary>
    public string Subject(Person person, string subject) =>
        Put(_subjects, person.PatientID, subject) == subject && Put(_subjects, subject, person.PatientID) == person.PatientID ? subject : "another";

    private static string Put(Dictionary<string, string> map, string key, string value) =>
        map.TryAdd(key, value) ? value : map[key];
}
