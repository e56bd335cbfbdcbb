using System;

namespace Dams.Profiles;

/// <summary>A code of PS3.16 CID 7050, De-identification Method; its scheme is DCM.</summary>
internal sealed record MethodCode(string Value, string Meaning)
{
    public static readonly MethodCode Basic = new("113100", "Basic Application Confidentiality Profile");

    /// <summary>The code of an option.</summary>
    public static MethodCode ForOption(ProfileOption option) => option switch
    {
        ProfileOption.CleanPixelData => new("113101", "Clean Pixel Data Option"),
        ProfileOption.CleanGraphics => new("113103", "Clean Graphics Option"),
        ProfileOption.CleanStructuredContent => new("113104", "Clean Structured Content Option"),
        ProfileOption.CleanDescriptors => new("113105", "Clean Descriptors Option"),
        ProfileOption.RetainLongitudinalFullDates =>
            new("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
        ProfileOption.RetainLongitudinalModifiedDates =>
            new("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
        ProfileOption.RetainPatientCharacteristics => new("113108", "Retain Patient Characteristics Option"),
        ProfileOption.RetainDeviceIdentity => new("113109", "Retain Device Identity Option"),
        ProfileOption.RetainUIDs => new("113110", "Retain UIDs Option"),
        ProfileOption.RetainSafePrivate => new("113111", "Retain Safe Private Option"),
        ProfileOption.RetainInstitutionIdentity => new("113112", "Retain Institution Identity Option"),
        _ => throw new ArgumentOutOfRangeException(nameof(option)),
    };
}
