package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_RxRSSIListType. How strong the transmitters were received.
 *
 * @param rssiDataList how strong a transmitter was received
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfRxRssiList(@ExiElement("RSSIDataList") WptLfRxRssi rssiDataList) {}
