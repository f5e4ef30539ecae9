/** What a station offers in ISO 15118-20: services, their parameter sets, value-added services. */
@NullMarked
package energy.ebbflow.iso15118.secc.iso20.offer;

import org.jspecify.annotations.NullMarked;
