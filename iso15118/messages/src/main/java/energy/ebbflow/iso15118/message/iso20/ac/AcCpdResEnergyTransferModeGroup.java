package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiSubstitution;

/** The substitution group of AC_CPDResEnergyTransferMode: the limits of the station. */
@ExiSubstitution
public sealed interface AcCpdResEnergyTransferModeGroup
    permits AcCpdResEnergyTransferMode, BptAcCpdResEnergyTransferMode {}
