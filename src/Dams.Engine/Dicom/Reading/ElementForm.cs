using System;

namespace Dams.Dicom.Reading;

/// <summary>How an element is encoded.</summary>
[Flags]
internal enum ElementForm : byte
{
    None = 0,
    ImplicitVr = 1,
    BigEndian = 2,
    UndefinedLength = 4,
    Sequence = 8,
    Fragments = 16,

    /// <summary>Its length is undefined and no delimiter closes it.</summary>
    Undelimited = 32,
}
