using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Auditing;

/// <summary>What a file says of the options by which it was de-identified, (0012,0064): what they keep is no finding.</summary>
internal static class DeclaredOptions
{
    private static readonly ProfileOption[] All = (ProfileOption[])Enum.GetValues(typeof(ProfileOption));

    public static IReadOnlyCollection<ProfileOption> Read(DicomFile file)
    {
        var tree = file.Dataset;
        var sequence = tree.Find(KnownTag.DeidentificationMethodCodeSequence);
        if (sequence < 0)
            return [];
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var item = tree.FirstIn(sequence); item < tree.EndOf(sequence); item = tree[item].Next)
        {
            if (tree.Find(KnownTag.CodeValue, item) is >= 0 and var code)
                codes.Add(file.Values.Text(tree, code));
        }
        return [.. All.Where(option => codes.Contains(MethodCode.ForOption(option).Value))];
    }
}
