<#-- Whose sign-in this is. The platform's own realm asks for the address; a firm's realm for the password. -->
<#macro content>
<p class="whose">
<#if realm.name == "commonweal">
${msg("whosePlatform")}
<#else>
${msg("whoseFirm", (realm.displayName!realm.name))}
</#if>
</p>
</#macro>
