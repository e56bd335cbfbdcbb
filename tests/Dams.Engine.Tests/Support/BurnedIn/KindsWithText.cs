using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>Kinds of images that have burned-in text: by modality and class (PS3.3 section C.7.3.1.1.1), image type and what else tells of it.</summary>
internal static class KindsWithText
{
    private static readonly string[] NO = ["NO"], YES = ["YES"];

    private static readonly string[] Grey = ["CT", "MR", "PT", "NM"];

    public static IReadOnlyList<ImageKind> All { get; } =
    [
        .. Ultrasound(), .. Captures(), .. Others(), .. Angiography(), .. VisibleLight(), .. Radiographs(), .. Renderings(), .. Fusions(), .. Results(), .. Screens(),
        .. Sheets(), .. Derived(), .. Slides(), .. Unknown(), .. Declared(),
    ];

    private static string ClassOf(string modality) => modality switch { "CT" => "2", "MR" => "4", "PT" => "128", _ => "20" };

    private static IEnumerable<ImageKind> Ultrasound() =>
        from modality in new[] { "US", "IVUS" }
        from storage in new[] { "6.1", "6", "3.1", "3" }
        from type in new[] { "", "ORIGINAL\\PRIMARY", "ORIGINAL\\PRIMARY\\OBSTETRICAL\\0001", "DERIVED\\PRIMARY\\SMALL PARTS", "DERIVED\\SECONDARY\\ABDOMINAL\\0019" }
        select new ImageKind(modality, storage, type);

    private static IEnumerable<ImageKind> Captures() =>
        from modality in new[] { "CT", "MR", "PT", "NM", "US", "DX", "MG", "OT", "SC", "XA", "RTIMAGE", "SEG", "RTDOSE", "SM", "SR", "" }
        from storage in new[] { "7", "7.2", "7.3", "7.4" }
        from conversion in new[] { "", "WSD", "SD", "DI", "DF", "DV", "SYN", "DRW" }
        select new ImageKind(modality, storage, conversion.Length % 2 == 0 ? "DERIVED\\SECONDARY" : "").With("ConversionType", conversion);

    private static IEnumerable<ImageKind> Others() =>
        from storage in new[] { "7", "2", "1", "77.1.4" }
        from type in new[] { "", "ORIGINAL\\PRIMARY", "DERIVED\\SECONDARY\\OTHER" }
        select new ImageKind("OT", storage, type);

    private static IEnumerable<ImageKind> Angiography() =>
        from kind in new[] { ("XA", "12.1"), ("XA", "12.1.1"), ("RF", "12.2"), ("RF", "12.2.1"), ("XA", "2"), ("RF", "7") }
        from type in new[] { "ORIGINAL\\PRIMARY\\SINGLE PLANE", "ORIGINAL\\PRIMARY\\BIPLANE A", "DERIVED\\SECONDARY\\SINGLE PLANE", "DERIVED\\PRIMARY" }
        select new ImageKind(kind.Item1, kind.Item2, type);

    private static IEnumerable<ImageKind> VisibleLight() =>
        from kind in new[] { ("ES", "77.1.1"), ("ES", "77.1.1.1"), ("ES", "7"), ("XC", "77.1.4"), ("XC", "77.1.4.1"), ("GM", "77.1.2"), ("OP", "77.1.5.1"), ("OP", "77.1.5.2"), ("DMS", "77.1.7") }
        from type in new[] { "ORIGINAL\\PRIMARY", "DERIVED\\PRIMARY", "DERIVED\\SECONDARY" }
        select new ImageKind(kind.Item1, kind.Item2, type);

    private static IEnumerable<ImageKind> Radiographs() =>
        from kind in new[] { ("CR", "1"), ("DX", "1.1"), ("DX", "1.1.1"), ("MG", "1.2"), ("MG", "1.2.1"), ("IO", "1.3"), ("PX", "1.1"), ("CR", "1.1") }
        from type in new[] { "ORIGINAL\\PRIMARY", "ORIGINAL\\PRIMARY\\\\RT", "DERIVED\\PRIMARY", "DERIVED\\PRIMARY\\POST_PROCESSED", "DERIVED\\SECONDARY" }
        select new ImageKind(kind.Item1, kind.Item2, type, IsGreyOnly: true);

    private static IEnumerable<ImageKind> Renderings() =>
        (from modality in Grey
         from type in new[] { "VRT", "SSD", "3D", "VOLREN", "VOLUME_RENDER", "SURFACE_RENDER", "VOLUME RENDERING", "SURFACE SHADED", "CINEMATIC VRT", "VIRTUAL ENDOSCOPY" }
         select new ImageKind(modality, ClassOf(modality), $"DERIVED\\SECONDARY\\{type}"))
        .Concat(from type in new[] { "DERIVED\\SECONDARY\\OTHER", "DERIVED\\SECONDARY", "DERIVED\\PRIMARY\\MPR" }
                from words in new[] { "VRT Carotis", "Volume Rendering", "SSD bone" }
                select new ImageKind("CT", "2", type).With("SeriesDescription", words))
        .Append(new ImageKind("CT", "2.1", "DERIVED\\PRIMARY\\VOLUME\\NONE").With("VolumeBasedCalculationTechnique", "VOLUME_RENDER"))
        .Append(new ImageKind("MR", "4.1", "DERIVED\\PRIMARY\\VOLUME\\ADDITION").With("VolumeBasedCalculationTechnique", "SURFACE_RENDER"));

    private static IEnumerable<ImageKind> Fusions() =>
        (from modality in Grey
         from type in new[] { "FUSED", "FUSION", "PET CT FUSION", "PET_MR", "OVERLAY", "BLENDED" }
         select new ImageKind(modality, ClassOf(modality), $"DERIVED\\SECONDARY\\{type}"))
        .Append(new ImageKind("CT", "2", "DERIVED\\SECONDARY\\OTHER").With("SeriesDescription", "PET CT fused"));

    private static IEnumerable<ImageKind> Results() =>
        from modality in Grey
        from type in new[] { "RESULT", "CSA RESULT", "OTHER\\CSA RESULT", "REPORT", "SUMMARY", "GRAPH", "TABLE", "HISTOGRAM", "CALCIUM SCORE", "PERFUSION ANALYSIS", "CAD", "CURVE", "MEASUREMENTS" }
        select new ImageKind(modality, ClassOf(modality), $"DERIVED\\SECONDARY\\{type}");

    private static IEnumerable<ImageKind> Screens() =>
        from modality in Grey
        from type in new[] { "DERIVED\\SECONDARY\\SCREEN SAVE", "ORIGINAL\\PRIMARY\\SCREEN_SAVE", "DERIVED\\SECONDARY\\SCREENSHOT", "DERIVED\\PRIMARY\\SCREEN CAPTURE", "DERIVED\\SECONDARY\\SNAPSHOT", "ORIGINAL\\PRIMARY\\PRINT" }
        select new ImageKind(modality, ClassOf(modality), type);

    private static IEnumerable<ImageKind> Sheets() =>
        from kind in new[] { ("CT", "7", "DERIVED\\SECONDARY"), ("PT", "7", ""), ("CT", "7.4", "DERIVED\\SECONDARY"), ("CT", "2", "ORIGINAL\\PRIMARY"), ("CT", "2", "ORIGINAL\\PRIMARY\\AXIAL") }
        from words in new[] { "Dose Report", "Patient Protocol", "Exam Summary" }
        select new ImageKind(kind.Item1, kind.Item2, kind.Item3).With("SeriesDescription", words);

    /// <summary>In a way that nothing tells; and in one that does, where a NO was taken over with the other attributes.</summary>
    private static IEnumerable<ImageKind> Derived() =>
        (from modality in Grey
         from type in new[] { "DERIVED\\SECONDARY", "DERIVED\\PRIMARY", "DERIVED\\SECONDARY\\AXIAL", "ORIGINAL\\SECONDARY" }
         select new ImageKind(modality, ClassOf(modality), type))
        .Concat(from modality in Grey
                from type in new[] { "DERIVED\\SECONDARY\\MPR", "DERIVED\\PRIMARY\\MIP", "DERIVED\\SECONDARY\\OTHER", "DERIVED\\SECONDARY\\REFORMATTED\\AVERAGE", "DERIVED\\PRIMARY\\DIFFUSION\\ADC" }
                select new ImageKind(modality, ClassOf(modality), type) { Claims = NO });

    private static IEnumerable<ImageKind> Slides() =>
        from type in new[] { "ORIGINAL\\PRIMARY\\LABEL\\NONE", "ORIGINAL\\PRIMARY\\OVERVIEW\\NONE", "DERIVED\\PRIMARY\\LABEL\\RESAMPLED" }
        select new ImageKind("SM", "77.1.6", type);

    private static IEnumerable<ImageKind> Unknown() =>
        from kind in new[] { ("XX", "9999"), ("", "9999"), ("M3D", "9999") }
        select new ImageKind(kind.Item1, kind.Item2, "ORIGINAL\\PRIMARY");

    /// <summary>Plain kinds, of which only the attribute tells.</summary>
    private static IEnumerable<ImageKind> Declared() =>
        from modality in Grey
        select new ImageKind(modality, ClassOf(modality), "ORIGINAL\\PRIMARY\\AXIAL") { Claims = YES };
}
