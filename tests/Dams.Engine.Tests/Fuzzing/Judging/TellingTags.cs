using System.Collections.Generic;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>Attributes whose values each profile takes away (PS3.15 table E.1-1; Encode: six attributes), written down a second time.</summary>
internal static class TellingTags
{
    private static readonly HashSet<uint> ByAll = [0x00100010, 0x00100020, 0x00080080, 0x00080081];

    private static readonly HashSet<uint> ByBasicAndResearch =
        [0x00080050, 0x00080090, 0x00081010, 0x00081040, 0x00081050, 0x00081070, 0x00101000, 0x00101001, 0x00101040, 0x00321032, 0x0040A123, 0xFFFCFFFC];

    private static readonly HashSet<uint> ByBasic = [0x00081030, 0x0008103E, 0x00102000, 0x00102180, 0x001021B0, 0x00104000, 0x00204000];

    public static bool HaveToGo(Tag tag, string profile) => profile switch
    {
        ProfileBuilder.Encode => ByAll.Contains(tag.Value) || tag.Value == 0x00081030,
        ProfileBuilder.Research or FuzzProfiles.Cleaning => (ByAll.Contains(tag.Value) || ByBasicAndResearch.Contains(tag.Value)) && tag.Value != 0x00081010,
        _ => ByAll.Contains(tag.Value) || ByBasicAndResearch.Contains(tag.Value) || ByBasic.Contains(tag.Value)
            || (tag.Group % 2 != 0 && tag.Element >= 0x1000),
    };
}
