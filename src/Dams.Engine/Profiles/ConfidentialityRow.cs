using System.Collections.Generic;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles;

/// <summary>A row of table E.1-1.</summary>
/// <param name="Attributes">The attributes it is about.</param>
/// <param name="Basic">What the Basic Profile does with them.</param>
/// <param name="Options">What each option does with them, by the name of the option.</param>
internal sealed record ConfidentialityRow(
    TagPattern Attributes, RuleAction Basic, IReadOnlyDictionary<string, RuleAction> Options);
