/** DIN SPEC 70121: ServiceDiscovery, ServiceDetail and the selection of services. */
@NullMarked
package energy.ebbflow.iso15118.message.din.service;

import org.jspecify.annotations.NullMarked;
