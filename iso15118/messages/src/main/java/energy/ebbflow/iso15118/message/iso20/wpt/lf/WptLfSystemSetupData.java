package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_SystemSetupDataType. The antennas of the low-frequency system.
 *
 * @param lfSetupData one of LF_TransmitterSetupData, LF_ReceiverSetupData
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfSystemSetupData(@ExiChoice LfSetupData lfSetupData) {}
