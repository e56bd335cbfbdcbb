using System;

namespace Dams;

/// <summary>Why text may be burned into images; several reasons together.</summary>
[Flags]
public enum BurnedInReasons
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>The image says so itself: (0028,0301) Burned In Annotation is YES.</summary>
    DeclaredText = 1,

    /// <summary>Ultrasound: the band above the picture names the patient, and people write into the picture.</summary>
    Ultrasound = 1 << 1,

    /// <summary>A secondary capture: a screen, a scanned film or sheet, or what a program drew.</summary>
    SecondaryCapture = 1 << 2,

    /// <summary>Its image type calls it a picture of a screen or of a print.</summary>
    ScreenCapture = 1 << 3,

    /// <summary>Of modality OT or DOC, which says nothing of what is seen.</summary>
    OtherModality = 1 << 4,

    /// <summary>Angiography or fluoroscopy, whose stations write into the image.</summary>
    XRayAngiography = 1 << 5,

    /// <summary>Endoscopy, whose processors write the patient beside the picture.</summary>
    Endoscopy = 1 << 6,

    /// <summary>A photograph, onto which cameras and people write.</summary>
    Photograph = 1 << 7,

    /// <summary>A radiograph or a mammogram: markers and labels are exposed or stamped into it.</summary>
    RadiographLabel = 1 << 8,

    /// <summary>The label or the overview of a slide, on which the label is read.</summary>
    SlideLabel = 1 << 9,

    /// <summary>A rendering of a volume, which workstations save with what they write beside it.</summary>
    Rendering = 1 << 10,

    /// <summary>Two images in one, saved as they were shown.</summary>
    Fusion = 1 << 11,

    /// <summary>A result: a report, a table, a curve or the like as an image.</summary>
    ResultImage = 1 << 12,

    /// <summary>In colours, of a modality whose own images have none: a map or a picture of what was shown.</summary>
    ColourImage = 1 << 13,

    /// <summary>Derived in a way that nothing tells, or with a NO in (0028,0301) that the images had from which it is derived.</summary>
    DerivedImage = 1 << 14,

    /// <summary>Neither its modality nor its SOP class says what kind of image it is.</summary>
    UnknownKind = 1 << 15,

    /// <summary>A rule blacked out a part of it, and nothing says that the rest is free of text.</summary>
    RestOfImage = 1 << 16,

    /// <summary>The pixel data hold what cannot be taken out: an overlay in bits of the image, user data of a video, a codestream that cannot be read.</summary>
    HiddenContent = 1 << 17,
}
