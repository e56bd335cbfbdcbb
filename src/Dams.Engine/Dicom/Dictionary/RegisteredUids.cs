using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Dicom.Dictionary;

/// <summary>The UIDs that the standard itself registers (PS3.6 annex A): they name classes, syntaxes, schemes and atlases, and no patient's objects.</summary>
internal static class RegisteredUids
{
    private const string Root = "1.2.840.10008.";

    // Each context group of PS3.16 has its number below this root (PS3.6 table A-3).
    private const string ContextGroups = Root + "6.1.";

    private static readonly Lazy<HashSet<string>> Loaded = new(() =>
        new HashSet<string>(EmbeddedText.Lines("registered-uids.txt").Select(line => line.Substring(0, line.IndexOf(' '))), StringComparer.Ordinal));

    /// <summary>Whether a UID is one of them. Some write UIDs of their own below the root of the standard; those are none.</summary>
    public static bool Contains(string uid) => uid.StartsWith(Root, StringComparison.Ordinal)
        && (Loaded.Value.Contains(uid) || (uid.StartsWith(ContextGroups, StringComparison.Ordinal) && uid.Skip(ContextGroups.Length).All(char.IsDigit)));
}
