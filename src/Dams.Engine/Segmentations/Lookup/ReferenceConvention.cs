namespace Dams;

/// <summary>How references are written.</summary>
public enum ReferenceConvention
{
    /// <summary>As PS3.3 says.</summary>
    Standard,

    /// <summary>As the original script wrote them: series UIDs where instance UIDs belong.</summary>
    Legacy,
}
