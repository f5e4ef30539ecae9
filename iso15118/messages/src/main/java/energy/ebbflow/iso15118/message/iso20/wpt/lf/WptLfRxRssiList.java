package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_RxRSSIListType: WPT LF rx RSSI list.
 *
 * @param rssiDataList the RSSI data list
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfRxRssiList(@ExiElement("RSSIDataList") WptLfRxRssi rssiDataList) {}
