using System;
using System.Linq;

namespace Dams.Tests.Benchmark;

/// <summary>What people write into descriptions, comments and reports.</summary>
internal static class Sentences
{
    private static readonly string[] Short =
    [
        "[CT abdomen] for {name}", "[MR liver] {id}", "[Chest PA and lateral] {name}", "{name} [follow-up]", "[T1 VIBE] ({accession})",
        "[Routine head] Dr. {stranger}", "[Kidneys with contrast] {date}", "[Lumbar spine] MRN: {number}", "[Portal venous phase 5mm]",
        "[Ax T2 FLAIR 3D]", "[Biopsy of liver] {date}", "[PET whole body] {name}", "[Thorax] ref {physician}", "[Arterial] {operator}",
        "[Knee left] DOB {birth}", "[Follow up] {institution}", "[ABLATION PLAN] {name}", "[Post contrast] call {phone}",
        "[Screening mammography bilateral]", "[Doppler of the portal vein]", "[DWI b=800]", "[Tumor] {name} [segment VIII]",
        "[Pelvis W/O] {accession}", "[Localizer] {id}",
    ];

    private static readonly string[] Long =
    [
        "[Known hepatocellular carcinoma in segment VI]. {name} [was scanned in arterial and portal venous phase].",
        "[Compared with the examination of ]{prior}[, the lesion has grown from 12 mm to 17 mm]. Dr. {stranger}",
        "Patient: {name}, DOB {birth}, MRN {number}. [No evidence of pulmonary embolism.]",
        "[Mild stenosis of the left renal artery.] Discussed with Dr. {stranger} on {date}. [Follow-up in three months.]",
        "[Please correlate with laboratory values.] Results to {mail} or {phone}.",
        "{physician} [requests assessment of the ablation zone]. [Slice thickness 1.25 mm.]",
        "[A fatty liver without focal lesion.] Operator {operator}. [Patient tolerated the procedure well.]",
        "[Transferred from] {institution} [with acute abdominal pain]. Accession {accession}.",
        "[Lives at] {address}. [History of diabetes and hypertension.]",
        "{age}-year-old [with a fracture of the left femoral neck].",
        "[SSN on the request form was] {ssn}[; no metal implants.]",
        "[The gallbladder is distended, its wall is thin.] {name} [will return on ]{date}[.]",
        "[Contrast medium 80 ml at 3 ml/s, delay 70 s.] ID {id}.",
        "[Dose 4.5 Gy in 3 fractions.] Signed electronically by Prof. {stranger}.",
        "[Sagittal T2 shows disc protrusion at L4/L5 with contact to the nerve root.]",
        "[Heart size is normal. The lungs are clear.]\r\n[Impression: no acute disease.] {name}\r\nDictated {date}.",
    ];

    private static readonly string[] Scripted =
    [
        "{script} [CT]", "[Liver] {script}", "{script} [MR T2 axial]",
    ];

    /// <summary>A text that fits a length, about a person.</summary>
    public static Wording Make(Person person, Random random, int maximum)
    {
        while (true)
        {
            var choices = maximum <= 64 ? Short.Concat(person.Script.Length > 0 ? Scripted : []).ToArray() : random.Next(4) == 0 ? Short : Long;
            var sentence = choices[random.Next(choices.Length)];
            if (maximum > 64 && random.Next(2) == 0)
                sentence += (sentence.EndsWith('.') ? " " : ". ") + Long[random.Next(Long.Length)];
            var wording = Wording.From(sentence, person, random);
            // A word that the text has beside the identifier would seem to be left of it.
            if (wording.Text.Length <= maximum && !wording.Gone.Any(gone => wording.Kept.Any(kept => kept.Contains(gone, StringComparison.OrdinalIgnoreCase))))
                return wording;
        }
    }
}
