using System.Collections.Generic;

namespace Dams;

/// <summary>What a user asks of a profile.</summary>
/// <param name="Name">Basic, Research or Encode.</param>
/// <param name="Options">Options in addition to those of the profile.</param>
/// <param name="Remove">Keywords or tags of attributes to remove.</param>
/// <param name="Keep">Keywords or tags of attributes to keep as they are.</param>
/// <param name="Replace">New values by keyword or tag.</param>
public sealed record ProfileRequest(
    string Name,
    IReadOnlyCollection<ProfileOption> Options,
    IReadOnlyCollection<string> Remove,
    IReadOnlyCollection<string> Keep,
    IReadOnlyDictionary<string, string> Replace);
