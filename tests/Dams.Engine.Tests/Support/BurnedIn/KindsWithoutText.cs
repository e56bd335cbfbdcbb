using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>Kinds of images into which nothing is burned: plain slices, and the neighbours of the kinds with text.</summary>
/// <remarks>A NO of a derived image is not believed, and a derived image that does not say how may be anything: neither is here.</remarks>
internal static class KindsWithoutText
{
    private static readonly string[] None = [""], NoneOrNO = ["", "NO"];

    /// <summary>CT and MR as scanners leave them.</summary>
    public static IReadOnlyList<ImageKind> Plain { get; } =
    [
        .. from storage in new[] { "2", "2.1", "2.2" }
           from type in new[] { "ORIGINAL\\PRIMARY\\AXIAL", "ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM5 SPI", "ORIGINAL\\PRIMARY\\LOCALIZER\\CT_SOM5 TOP", "ORIGINAL\\PRIMARY\\AXIAL\\HELIX", "ORIGINAL\\PRIMARY\\VOLUME\\NONE" }
           from words in new[] { "", "L4/5 after fusion", "3D planning", "dose reduced", "Result control" }
           select Plane("CT", storage, type, NoneOrNO).With("SeriesDescription", words),
        .. from storage in new[] { "4", "4.1", "4.4" }
           from type in new[] { "ORIGINAL\\PRIMARY\\M\\SE", "ORIGINAL\\PRIMARY\\M_FFE\\M\\FFE", "ORIGINAL\\PRIMARY\\M\\ND\\DIS3D", "ORIGINAL\\PRIMARY\\OTHER", "ORIGINAL\\PRIMARY\\VOLUME\\NONE", "ORIGINAL\\PRIMARY" }
           from words in new[] { "", "T1 3D MPRAGE", "report of 2nd day" }
           select Plane("MR", storage, type, NoneOrNO).With("SeriesDescription", words),
    ];

    /// <summary>What looks like the kinds with text and has none.</summary>
    public static IReadOnlyList<ImageKind> Neighbours { get; } =
    [
        .. from type in new[] { "MPR", "MIP", "MIN IP", "MAX_IP", "REFORMATTED\\AVERAGE", "REFORMATTED\\MIN IP", "CURVED MPR", "MONOENERGETIC", "AXIAL\\CT_SOM5 MPR", "RESAMPLED", "SUBTRACTION" }
           from value2 in new[] { "PRIMARY", "SECONDARY" }
           select Plane("CT", "2", $"DERIVED\\{value2}\\{type}", None),
        .. from type in new[] { "ADDITION", "MEAN", "MAXIMUM", "MINIMUM", "STD_DEVIATION", "MASKED", "DIVISION", "MULTIPLICATION", "QUANTITY", "FILTERED" }
           from kind in new[] { ("CT", "2.1"), ("MR", "4.1"), ("PT", "130") }
           select Plane(kind.Item1, kind.Item2, $"DERIVED\\PRIMARY\\VOLUME\\{type}", None),
        .. from type in new[] { "PRIMARY\\MPR\\NORM\\DIS2D", "PRIMARY\\DIFFUSION\\TRACEW\\ND\\NORM", "PRIMARY\\DIFFUSION\\ADC\\ND", "PRIMARY\\DIFFUSION\\FA", "SECONDARY\\OTHER", "SECONDARY\\PROCESSED", "SECONDARY\\MIP", "PRIMARY\\PROJECTION IMAGE\\VASCULAR", "SECONDARY\\SUBTRACTION", "PRIMARY\\W\\W\\DERIVED", "PRIMARY\\M\\SWI\\NORM", "PRIMARY\\ADC\\ADC\\DERIVED", "PRIMARY\\T2 MAP", "SECONDARY\\MPR\\CSA MPR\\\\CSAPARALLEL\\M\\ND\\NORM", "PRIMARY\\ASL\\PERFUSION", "PRIMARY\\PHASE MAP" }
           select Plane("MR", "4", $"DERIVED\\{type}", None),
        .. from type in new[] { "ORIGINAL\\PRIMARY", "DERIVED\\SECONDARY\\MIP", "DERIVED\\PRIMARY\\MPR" }
           select Plane("PT", "128", type, None),
        .. from type in new[] { "ORIGINAL\\PRIMARY\\STATIC\\EMISSION", "ORIGINAL\\PRIMARY\\WHOLE BODY\\EMISSION", "ORIGINAL\\PRIMARY\\DYNAMIC\\EMISSION", "DERIVED\\PRIMARY\\RECON TOMO\\EMISSION", "DERIVED\\SECONDARY\\RECON GATED TOMO\\EMISSION" }
           select Plane("NM", "20", type, None),
        Plane("CT", "2", "DERIVED\\PRIMARY\\AXIAL", None).With("LossyImageCompression", "01"),
        new ImageKind("SEG", "66.4", "DERIVED\\PRIMARY") { Claims = NoneOrNO, IsGreyOnly = true },
        new ImageKind("SEG", "66.7", "DERIVED\\PRIMARY") { Claims = NoneOrNO },
        new ImageKind("MR", "30", "DERIVED\\PRIMARY\\QUANTITY\\DIFFUSION") { Claims = NoneOrNO, IsGreyOnly = true },
        new ImageKind("OT", "30", "DERIVED\\PRIMARY") { Claims = NoneOrNO, IsGreyOnly = true },
        new ImageKind("RTDOSE", "481.2", "") { Claims = None, IsGreyOnly = true },
        new ImageKind("RTIMAGE", "481.1", "ORIGINAL\\PRIMARY\\PORTAL") { Claims = None, IsGreyOnly = true },
        new ImageKind("RTIMAGE", "481.1", "DERIVED\\SECONDARY\\DRR") { Claims = None, IsGreyOnly = true },
        new ImageKind("OPT", "77.1.5.4", "ORIGINAL\\PRIMARY") { Claims = NoneOrNO, IsGreyOnly = true },
        new ImageKind("SM", "77.1.6", "ORIGINAL\\PRIMARY\\VOLUME\\NONE") { Claims = NoneOrNO },
        new ImageKind("SM", "77.1.6", "DERIVED\\PRIMARY\\VOLUME\\RESAMPLED") { Claims = None },
        .. from kind in new[] { ("CT", "2"), ("MR", "4"), ("PT", "128") }
           from type in new[] { "DERIVED\\SECONDARY\\AXIAL", "DERIVED\\PRIMARY", "DERIVED\\SECONDARY", "DERIVED\\PRIMARY\\LABELMAP" }
           select new ImageKind(kind.Item1, kind.Item2, type, IsGreyOnly: true) { Claims = NoneOrNO, IsMask = true },
    ];

    private static ImageKind Plane(string modality, string storage, string type, IReadOnlyList<string> claims) =>
        new(modality, storage, type, IsGreyOnly: true) { Claims = claims };
}
