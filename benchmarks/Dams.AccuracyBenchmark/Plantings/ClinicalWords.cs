using System;
using System.Linq;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>Words that a radiologist needs, of which none identifies anybody.</summary>
internal sealed class ClinicalWords(Random random)
{
    private static readonly string[] Long =
    [
        "CT thorax venous phase, 2.5 mm", "Adenocarcinoma of the lung, pT2a pN1 M0", "Hodgkin lymphoma, restaging",
        "Crohn disease, terminal ileum",
        "Baker cyst behind the left knee", "Fracture of the distal radius", "Contrast: iomeprol 400, 90 ml",
        "Metoprolol before coronary CTA",
        "Liver metastases, segment VII", "Parkinson disease, DaTSCAN", "Alzheimer dementia, hippocampal atrophy",
        "T2 TSE sagittal lumbar spine",
        "FLAIR axial 3 mm", "Glioblastoma WHO grade IV, IDH wildtype", "Status post Whipple procedure",
        "Gleason 4+3, PSA elevated", "PI-RADS 4 lesion",
        "Couinaud segment II spared", "Achilles tendon rupture", "Bone window, sharp kernel B70", "Prostate, planning CT",
        "VMAT, PTV boost, 2 Gy per fraction",
        "Pulmonary embolism excluded", "Swan-Ganz catheter in situ", "Dixon water image", "mDIXON liver breath hold",
        "Schmorl node at vertebral body",
        "Pancoast tumour right apex", "Hounsfield units measured in aorta", "Sellink enteroclysis with gadolinium",
    ];
    private static readonly string[] Short =
    [
        "Thorax venous", "T2 TSE sag", "Abdomen", "Knee left", "FLAIR axial", "Bone kernel", "Liver 3 mm", "DWI b800",
        "Localizer", "Lung nodule",
    ];
    private static readonly string[] Terms =
    [
        "AXIAL", "ORIGINAL", "HEAD", "SUPINE", "LEFT", "RIGHT", "STANDARD", "CONTRAST", "ABDOMEN", "WHITE", "PRIMARY", "STATIC",
        "LINEAR", "MEDIUM",
    ];

    public string Text(bool isShort) => isShort ? Pick(Short) : Pick(Long);

    public string Term() => Pick(Terms);

    /// <summary>The words of a text that carry its meaning.</summary>
    public static string[] WordsOf(string text) =>
        [.. text.Split([' ', ',', ':', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 3 && word != "the")];

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}
