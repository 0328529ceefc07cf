"""What buttons, links and feeds say around an article, in many languages.

The strings are those of the translations of WordPress and Jetpack.
"""

from __future__ import annotations

from migrator.clean.wording import wording

SHARE_THIS = wording(
    """
    شارك هذا الموضوع: | Bunu paylaş: | Podijeli ovo: | Comparteix això: | ئەمە بڵاوبکەرەوە: | Rhannu hwn: |
    Del dette: | Sharen mit: | اشتراک‌گذاری این: | Co-roinn seo: | Podjeli ovo: | Bagikan ini: | 이 글 공유하기: |
    Podziel się: | Compartilhe isso: | Partilhar isto: | Parajază asta: | Поделиться ссылкой: | මෙය බෙදාගන්න: |
    Zdieľaj tento článok: | Ndajeni këtë me të tjerët: | Подели ово: | Dela det här: | Поділитися цим: | Chia sẻ: |
    Teilen mit: | Teilen Sie dies mit:
    """
)
"""What says "Share this:"."""

SHARE = wording(
    """
    Κοινοποιήστε: | Compártelo: | Jaa: | Compartir: | לשתף | Megosztás: | Deila: | Condividi: | 共有: | Dalintis: |
    Сподели: | Delen: | 共享此文章： | 分享此文： | Partager :
    """
)
"""What says "Share this:" in one word; an author may head a list so."""

LIKE_THIS = wording(
    """
    معجب بهذه: | Bunu bəyən: | لایکی بکە: | Hoffi hwn: | Gefällt mir: | Κάνε Like στο: | Me gusta: | Tykkää tästä: |
    Innis gur toil leat seo: | Menyukai ini: | Líkar við: | Mi piace: | 이것이 좋아요: | Lik dette: |
    Vind ik leuk: | Dodaj do ulubionych: | Curtir isso: | Gostar disto: | Apreciez asta: | Понравилось это: |
    මෙයට කැමති වන්න: | Páči sa mi: | Pëlqejeni këtë: | దీన్ని మెచ్చుకోండి: | Bunu beğen: | Подобається це: |
    Gefällt mir Wird geladen …
    """
)
"""What says "Like this:"."""

LIKE = wording(
    """
    دوست‌داشتن: | אהבתי | いいね: | Patinka: | Gilla | 赞过： | 請按讚：
    """
)
"""What says "Like this:" in one word."""

CLICK_TO_SHARE = wording(
    """
    اضغط للمشاركة على تويتر | Twitter-də paylaşmaq üçün tıklayın | Kliknite ovdje za dijeljenje na Twitteru |
    Feu clic per compartir al Twitter | کلیک بکە بۆ ناردنی ئەمە بۆ تویتەر | Sdílet na Twitteru |
    Clicio i'w rannu ar Twitter | Klik for at dele på Twitter | Klicken, um es per Twitter zu teilen |
    Κλικ για να το μοιραστείτε στο Twitter | Haz clic para compartir en Twitter |
    برای به اشتراک گذاشتن در توییتر کلیک کنید | Jaa Twitterissä | Partager sur Twitter |
    Briog air gus a cho-roinneadh air Twitter | Compartir en Twitter | לחצו כדי לשתף בטוויטר |
    Podijeli na Twitteru | Kattints ide a Twitter-en való megosztáshoz | Klik untuk berbagi pada Twitter |
    Clicca per condividere su Twitter | クリックして Twitter で共有 | 트위터로 공유하기 |
    Кликни за да споделиш на Twitter | Klik untuk berkongsi melalui Twitter | Klikk for å dele på Twitter |
    Klik om te delen via Twitter | Udostępnij na Twitterze | Clique para compartilhar no Twitter |
    Carregue aqui para partilhar no Twitter | Clic pentru partajare pe Twitter |
    Нажмите, чтобы поделиться на Twitter | Klikoni që të ndahet me të tjerët përmes Twitter-it |
    Притисните да бисте поделили на Твитеру | Klicka för att dela på Twitter |
    Twitter üzerinde paylaşmak için tıklayın | Bấm để chia sẻ trên Twitter | 点击以在 Twitter 上共享 |
    分享到 Twitter | اضغط لإرسال هذا الموضوع لصديق بواسطة البريد الإلكتروني |
    E-poçt ilə dostunuza göndərmək üçün tıklayın | Kliknite za slanje emaila prijatelju |
    Feu clic per enviar un correu electrònic a un amic | کلیک بکە بۆ ناردنی ئەمە بۆ هاوڕێیەکت | Poslat emailem |
    Clicio i'w e-bostio at ffrind | Klik for at sende som e-mail til en ven |
    Klicken, um dies einem Freund per E-Mail zu senden | Κλικ για αποστολή μέσω email |
    Hac clic para enviar por correo electrónico a un amigo | برای رایانامه کردن این به دوستان کلیک کنید |
    Lähetä tämä kaverille sähköpostitse | Cliquez pour envoyer par e-mail à un ami | Enviar isto a unha amizade |
    לחצו כדי לשלוח את זה לחבר בדואר אלקטרוני | Kliknite za slanje e-maila prijatelju |
    Ajánlás egy barátnak e-mailben | Klik untuk mengirim ini lewat surel kepada seorang teman |
    Clicca per inviare l'articolo via mail ad un amico | クリックして友達へメールで送信 |
    친구에게 전자우편으로 보내기 | Кликнете за да испратете на пријател | Klikk for å e-poste dette til en venn |
    Klik om dit te e-mailen naar een vriend | Kliknij, aby wysłać to do znajomego przez e-mail |
    Clique para enviar por email a um amigo | Carregue aqui para partilhar por email com um amigo |
    Clic pentru a trimite asta prin email unui prieten | Послать это другу |
    Klikoni që t’ia dërgoni këtë një shoku me email | Притисните да бисте послали ово пријатељу е-поштом |
    Klicka för att maila detta till en vän | Arkadaşınızla e-posta üzerinden paylaşmak için tıklayın |
    Натисніть, щоб надіслати це другові по e-mail | Bấm để gửi cho bạn bè |
    点击以将此文章通过电子邮件发送给一个朋友 | 點這裡寄給朋友 | اضغط للطباعة | Çap etmək üçün tıklayın |
    Kliknite za štampanje | Feu clic per imprimir | کیک بکە بۆ پرینتکردن | Clicio i argraffu |
    Klik for at udskrive | Klicken zum Ausdrucken | Κλικ για εκτύπωση | Haz clic para imprimir |
    برای چاپ کردن کلیک کنید | Cliquer pour imprimer | לחצו כדי להדפיס | Klikni za ispis |
    Kattints ide a nyomtatáshoz | Klik untuk mencetak | Clicca per stampare | クリックして印刷 | 인쇄하기 |
    Paspauskite norėdami atspausdinti | Кликни за печатење | Klikk for å skrive ut | Klik om af te drukken |
    Kliknij by wydrukować | Clique para imprimir | Carregue aqui para imprimir | Clic pentru imprimare |
    Нажмите для печати | Klikoni për ta shtypur | Притисните за штампање | Klicka för utskrift |
    Yazdırmak için tıklayın | Натисніть, щоб надрукувати | Bấm để in ra | 点击以打印 | 點這裡列印
    """
)
"""What says "Click to share on Twitter", "Click to email this to a friend", "Click to print"."""

NEW_WINDOW = wording(
    """
    (فتح في نافذة جديدة) | (Yeni pəncərədə açılır) | (Otevře se v novém okně) | (Åbner i et nyt vindue) |
    (Wird in neuem Fenster geöffnet) | (Ανοίγει σε νέο παράθυρο) | (Se abre en una ventana nueva) |
    (در پنجرۀ تازه باز می‌شود) | (ouvre dans une nouvelle fenêtre) | (Fosglaidh seo ann an uinneag ùr) |
    (נפתח בחלון חדש) | (Új ablakban nyílik meg) | (Membuka di jendela yang baru) | (Opnast í nýjum glugga) |
    (Si apre in una nuova finestra) | (新しいウィンドウで開きます) | (새 창에서 열림) | (åpnes i en ny fane) |
    (Opent in een nieuw venster) | (Otwiera się w nowym oknie) | (abre em nova janela) |
    (Se deschide în fereastră nouă) | (Открывается в новом окне) | (නව වින්ඩෝවකින් විවෘත වේ) |
    (Hapet në një dritare të re) | (Öppnas i ett nytt fönster) | (Yeni pencerede açılır) |
    (Відкривається у новому вікні) | （在新窗口中打开） | (在新視窗中開啟)
    """
)
"""What says "(Opens in new window)"."""

BY_EMAIL = wording(
    """
    Stuur na e-posadres | إرسال إلى بريد إلكتروني | E-poçt ünvanına göndər | Pošalji na email adresu |
    Enviaeu a l'adreá de correu electrònic | بینێرە بۆ ناونیشانی ئیمەیڵ | Odeslat na email |
    Send til e-mail adresse | An E-Mail-Adresse senden | Αποστολή σε διεύθυνση email |
    Enviar a dirección de correo electrónico | فرستادن به رایانشانی | Lähetä sähköpostiosoitteeseen |
    Envoyer à l'adresse e-mail | Enviar a este enderezo | שלח לכתובת דואר אלקטרוני | Pošalji na e-mail adresu |
    Küldés a(z) e-mail címre | Kirim ke Alamat Surat Elektronik | Invia a indirizzo e-mail | メールで送信 |
    이메일 주소로 전송 | Испрати по е-пошта | Send til e-postadresse | Stuur naar e-mailadres |
    Wyślij na adres email | Enviar para o Endereço de Email | Enviar para endereço de Email |
    Trimite la adresa de email | Отправить на электронный адрес | Dërgoje te Adresa Email |
    Пошаљи на адресу е-поште | Skicka till e-postadress | E-posta adresine gönder | Надіслати за e-mail адресою |
    发送到您的邮件地址 | 寄到電子郵件位址 | لم يتم إرسال الموضوع - تحقق من عناوين بريدك الإلكترونية! |
    Yazı göndərilmədi - e-poçt ünvanlarınızı yoxlayın! | Članak nije poslan - provjerite vašu email adresu! |
    L'entrada no s'havia enviat, comproveu les vostres adreces electròniques! |
    بابەت نەنێردرا - سەیری ئیمەیڵەکەت بکەرەوە! | Přispěvek nebyl odeslán - zkontrolujte e-mailovou adresu! |
    Indlæg blev ikke sendt - kontroller din e-mail adresse. |
    Beitrag nicht abgeschickt - E-Mail Adresse kontrollieren! |
    Δεν ήταν δυνατή η αποστολή της δημοσίευσης - ελέγξτε την διεύθυνση email! |
    La entrada no fue enviada. ¡Comprueba tus direcciones de correo electrónico! |
    نوشته فرستاده نشد - رایانشانی‌های خود را بررسی کنید! | Viestiä ei lähetetty - tarkista sähköpostiosoitteesi! |
    L'article n'a pas été envoyé - Vérifiez vos adresses e-mail ! |
    A entrada non se enviou - comproba os teus enderezos de correo electrónico! |
    הרשומה לא נשלחה - בדוק את כתובות המייל בבקשה! | Post nije poslan - provjerite vašu email adresu! |
    Nem sikerült elküldeni a bejegyzést - ellenőrizzük az e-mail címet! |
    Tulisan tidak terkirim - cek alamat surel Anda! |
    L'articolo non è stato pubblicato, controlla gli indirizzi e-mail! |
    投稿を送信できませんでした。メールアドレスを確認してください。 |
    글이 전송되지 않았습니다. 이메일 주소를 확인하세요! | Написот не беше испратен - проверете ја Вашата е-пошта! |
    Post tidak didaftarkan - sila periksa email anda! | E-post ble ikke sendt - Sjekk dine e-postadresser! |
    Bericht niet verstuurd - check je e-mailadres! | Wpis nie został wysłany - sprawdź swój adres email! |
    Post não foi enviado - verifique os seus endereços de email! |
    O artigo não foi enviado - por favor verifique os seus endereços de email! |
    Articolul n-a fost trimis - verifică adresele tale de email! |
    Сообщение не было отправлено — проверьте адреса электронной почты! |
    Postimi nuk u dërgua - kontrolloni adresat tuaja email! | Чланак није послат - проверите своје адресе е-поште! |
    Ditt meddelande skickades inte - kontrollera din e-postadress! |
    Yazı gönderilemedi - e-posta adreslerinizi kontrol edin! | 文章未发送，请检查您的电子邮件地址！ |
    文章沒有送出-請確認你的Email位置 | فشل التأكد من البريد الإلكتروني، من فضلك أعد المحاولة |
    E-poçt təsdiqləməsi müvəffəqiyyətsiz oldu, lütfən təkrar yoxlayın |
    Provjera emaila nije uspjela, molimo vas da pokušate ponovo |
    Ha fallat la comprovació del correu electrònic, torne-ho a provar |
    چێککردنەوەی ئیمەیڵ سەرکەوتوو نەبو، تکایە دووبارەی بکەرەوە | E-mail tjek mislykkedes, prøv igen |
    E-Mail-Überprüfung fehlgeschlagen, bitte versuche es noch einmal |
    Ο έλεγχος του email απέτυχε, παρακαλώ προσπαθήστε ξανά |
    Error en la comprobación de email. Por favor, vuelve a intentarlo |
    بررسی رایانشانی نافرجام ماند، خواهشمندیم دوباره تلاش کنید | Sähköpostivarmistus epäonnistui. Yritä uudelleen. |
    La vérification e-mail a échoué, veuillez réessayer | Fallou a verificación do correo-e, téntao outra vez. |
    הפעולה נכשלה, בקשה נסה שוב | Provjera e-maila nije uspjela, molimo vas da pokušate ponovo |
    E-mail ellenőrzés sikertelen, próbáld újra | Cek surel gagal, silahkan coba kembali |
    Verifica dell'e-mail non riuscita. Riprova. | メール送信チェックに失敗しました。もう一度お試しください。 |
    이메일 확인에 실패했습니다. 다시 시도하세요 | Проверката не успеа, обиди се повторно |
    Pengesahan email tidak berjaya, sila cuba lagi | E-postsjekk mislyktes, vennligst prøv igjen |
    E-mail controle mislukt, probeer opnieuw | Verificação de email falhou, por favor, tente novamente |
    A verificação do email falhou, tente de novamente | Verificarea emailului a eșuat., te rog încearcă din nou |
    Проверка по электронной почте не удалась, попробуйте еще раз |
    Kontrolli i email-it dështoi, ju lutemi, provoni | Провера е-поште није успела, молимо вас да покушате поново |
    E-postkontroll misslyckades, försök igen | E-posta kontrolü başarısız oldu, lütfen bir daha deneyin. |
    电子邮件检查失败，请重试 | عفواً، لا يستطيع موقعك مشاركة المواضيع من خلال البريد الإلكتروني. |
    Bağışlayın, sizin bloq e-poçt yolu ilə yazıları paylaşmaq üçün münasib deyil. |
    Žao nam je, vaš blog ne može dijeliti članke pomoću emaila. |
    Ho sentim, el bloc no pot compartir entrades per correu. |
    ببورە، بلۆگەکەت ناتوانێت بابەت بڵاو بکاتەوە بە ئیمەیڵ. | Beklager, din blog kan ikke dele indlæg via e-mail. |
    Ihr Blog kann leider keine Beiträge per E-Mail teilen. |
    Το ιστολόγιο σας δεν μπορεί να κοινοποιεί δημοσιεύσεις μέσω email. |
    Lo sentimos, tu blog no puede compartir entradas por correo electrónico. |
    پوزش، وب‌نوشت شما نمی‌تواند نوشته‌ها را با رایانامه به اشتراک بگذارد. |
    Valitettavasti blogisi artikkeleita ei voida jakaa sähköpostin välityksellä. |
    Impossible de partager les articles de votre blog par e-mail. |
    Sentímolo, o teu blog non pode compartir artigos por correo electrónico. |
    מצטערים, הבלוג שלך אינו יכול לשתף רשומות בדואר אלקטרוני. |
    Žao nam je, vaš blog ne može dijeliti članke pomoću e-maila. |
    Sajnáljuk, a blog nem oszthat meg bejegyzéseket e-mailben. |
    Maaf, blog Anda tidak dapat berbagi tulisan lewat surel. |
    Ci dispiace, il tuo blog non consente di condividere articoli tramite e-mail. |
    このブログではメールでの投稿共有はできません。 |
    죄송합니다. 귀하의 블로그에서 이메일로 글을 공유할 수 없습니다. |
    Жалам, Вашиот блог не поддржува споделување по е-пошта. |
    Beklager, ditt nettsted kan ikke dele innlegg via e-post. |
    Sorry, je blog kan geen berichten per e-mail delen. |
    Desculpe, seu blog não pode compartilhar posts por email. |
    Lamentamos, mas o seu site não pode partilhar artigos por email. |
    Regret, blogul tău nu poate partaja articole prin email. |
    К сожалению, ваш блог не может делиться ссылками на записи по электронной почте. |
    Na ndjeni, blogu juaj nuk mund t’i ndajë me të tjerët postimet me email. |
    Жао нам је, ваш блог не може да дели чланке преко е-поште. |
    Tyvärr, din blogg kan inte dela inlägg via e-post. | Üzgünüm, blogunuz yazıları e-posta ile paylaşamıyor. |
    抱歉，您的博客无法通过电子邮件共享文章。 | 抱歉，你的網誌無法透過電子郵件分享
    """
)
"""What says "Send to Email Address", and what goes wrong with that."""

SUBSCRIBE_BY_EMAIL = wording(
    """
    اشترك بالنشرة البريدية للموقع | E-poçt ilə Bloqa abunə ol | Pretplati se na blogu pomoću emaila |
    Subscriu al bloc per correu electrònic | بەشداری ئەم بلۆگە بکە لە ڕێی ئیمەیڵەوە | Odebírejte blog emailem |
    Abonner på blog via e-mail | Blog via E-Mail abonnieren | Εγγραφή στο Ιστολόγιο μέσω Email |
    Suscríbete al blog por correo electrónico | اشتراک در وب‌نوشت از راه رایانامه |
    Tilaa blogin artikkelit sähköpostiisi | Abonnez-vous à ce blog par e-mail. | הירשם לבלוג באמצעות המייל |
    Iratkozzon fel e-mail címével a Blogra | Berlangganan ke Blog via Email | Iscriviti al blog tramite e-mail |
    ブログをメールで購読 | 이메일로 블로그 구독하기 | Abonner på nettstedet via epost |
    Abonneer je op dit Blog via E-mail | Zaprenumeruj ten blog przez e-mail | Assinar Blog por Email |
    Subscrever Blog via email | Abonare la blog via email | Подписаться на блог по эл. почте |
    Pajtohuni te Blogu përmes Email-i | Prenumerera på bloggen via epost | Bloga e-posta ile abone ol |
    Theo dõi blog qua email | 通过电子邮件订阅博客 | 適用電子郵件訂閱網站 |
    أدخل بريدك الإلكتروني للإشتراك في هذا الموقع لتستقبل أحدث المواضيع من خلال البريد الإلكتروني. |
    Bu bloqa abunə olmaq və e-poçt ilə bildirişlər almaq üçün e-poçt ünvanınızı daxil edin. |
    Upišite vašu email adresu da biste se pretplatili na email obavijesti o novim člancima na ovom blogu. |
    Introduïu el vostre correu electrònic per subscriure-vos a aquest bloc i rebre notificacions d'entrades noves
    per correu electrònic. |
    ئیمەیڵەکەت تۆمار بکە تا بەشداری ئەم بلۆگە بکەیت و ئاگاداری نوێترین بابەتەکان بیت لە ڕێی ئیمەیڵەوە. |
    Indtast din e-mail adresse for at blive tilmeldt og modtage påmindelser om nye indlæg. | Gib Deine
    E-Mail-Adresse an, um diesen Blog zu abonnieren und Benachrichtigungen über neue Beiträge via E-Mail zu
    erhalten. |
    Εισάγετε το email σας για εγγραφή στην υπηρεσία αποστολής ειδοποιήσεων μέσω email για νέες δημοσιεύσεις. |
    Introduce tu correo electrónico para suscribirte a este blog y recibir notificaciones de nuevas entradas. |
    برای اشتراک در این وب‌نوشت و دریافت آگاه‌سازی از نوشته‌های تازه از راه رایانامه، رایانشانی خود را وارد کنید. |
    Syötä sähköpostiosoitteesi tilataksesi blogin artikkelit ja saadaksesi päivityksiä sähköpostitse. | Saisissez
    votre adresse e-mail pour vous abonner à ce blog et recevoir une notification de chaque nouvel article par
    email. | הזן את כתובת המייל שלך כדי להירשם לאתר ולקבל הודעות על פוסטים חדשים במייל. |
    Adja meg e-mail címét, hogy feliratkozzon a blogra és értesítést kapjon az új üzenetekről e-mailben. | Masukkan
    alamat surel Anda untuk berlangganan blog ini dan menerima pemberitahuan tulisan-tulisan baru melalui surel. |
    Inserisci il tuo indirizzo e-mail per iscriverti a questo blog, e ricevere via e-mail le notifiche di nuovi
    post. | メールアドレスを記入して購読すれば、更新をメールで受信できます。 |
    이 블로그를 구독하고 이메일로 새글의 알림을 받으려면 이메일 주소를 입력하세요 |
    Oppgi din epost-adresse for å abonnere på dette nettstedet og motta varsler om nye innlegg via epost. |
    Vul je emailadres in om in te schrijven op deze blog en emailmeldingen te ontvangen van nieuwe berichten. |
    Wprowadź swój adres email aby zaprenumerować ten blog i otrzymywać powiadomienia o nowych wpisach przez email. |
    Digite seu endereço de email para assinar este blog e receber notificações de novas publicações por email. |
    Indique o seu endereço de email para subscrever este site e receber notificações de novos artigos por email. |
    Укажите свой адрес электронной почты, чтобы получать уведомления о новых записях в этом блоге. |
    Jepni adresën tuaj email që të pajtoheni te ky blog dhe të merrni me email njoftime postimesh të reja. |
    Ange din e-postadress för att prenumerera på den här bloggen och få meddelanden om nya inlägg via e-post. |
    ใส่อีเมลล์ของคุณที่เพื่อสมัครเป็นสมาชิกของบล็อกนี้ และรับการแจ้งโพสใหม่ผ่านทางอีเมลล์ |
    Bu bloga abone olmak ve e-posta ile bildirimler almak için e-posta adresinizi girin. |
    Nhập địa chỉ email của bạn để đăng ký theo dõi blog này và nhận thông báo về các bài mới qua email. |
    输入您的电子邮件地址订阅此博客，并通过电子邮件接收博客更新通知。 |
    輸入你的電子郵件地址訂閱網站的新文章，使用電子郵件接收新通知。
    """
)
"""What says "Subscribe to Blog via Email" and what stands below."""

RELATED = wording(
    """
    مرتبط | Oxşar | Relacionats | هاوشێوە | Yn perthyn | Relateret | Ähnliche Beiträge | Σχετικά | Relacionado |
    Sur le même thème | Co-cheangailte | קשור | Kapcsolódó bejegyzések | Terkait | Correlati | 関連 | 관련 |
    Susiję straipsniai | Berkaitan | Relatert | Gerelateerd | LIknande innhald | Podobne | Similare | Похожее |
    Podobné články | Të afërta | Relaterade | İlgili | Пов’язано | Có liên quan | 相关 | 相關
    """
)
"""What says "Related"; an author may head a list so."""

LOADING = wording(
    """
    تحميل... | Yüklənir... | Зареждане... | Učitavanje... | S'està carregant... | دادەبزێت | Načítání... |
    Llwytho... | Henter... | Lade... | Φόρτωση... | Cargando... | در حال بارگذاری... | Lataa... | chargement… |
    'Ga luchdadh... | טוען... | Betöltés... | Memuat... | Hleð... | Caricamento... | 読み込み中... |
    가져오는 중... | Įkeliama... | Вчитувам... | Laster... | Laden… | Lastar … | Wczytywanie... | Carregando... |
    Se încarcă... | Загрузка... | පුරණය වෙමින්... | Nahrávam... | Po ngarkohet... | Учитавање... | Laddar... |
    వస్తోంది… | กำลังโหลด... | Yükleniyor... | Завантаження… | Đang tải... | 正在加载…… | 載入中...
    """
)
"""What says "Loading..."."""

SERVICES = wording(
    """
    شارك على فيس بوك | Facebook-da paylaş | Podijeli na Facebooku | Comparteix al Facebook |
    بڵاویبکەرەوە لە فەیسبووک | Sdílet na Facebooku | Del på Facebook | Auf Facebook teilen |
    Mοιραστείτε στο Facebook | Comparte en Facebook | به اشتراک گذاشتن در فیسبوک | Jaa Facebookissa |
    Partager sur Facebook | Co-roinn air Facebook | Compartir en Facebook | שתף בפייסבוק | Megosztás Facebookon |
    Bagikan pada Facebook | Condividi su Facebook | Facebook で共有 | Facebook으로 공유하기 | Сподели на Facebook |
    Kongsikan melalui Facebook | Share op Facebook | Compartilhar no Facebook | Partilhar no Facebook |
    Partajează pe Facebook | Поделиться на Facebook | Zdielať na Facebooku | Ndajeni me të tjerët në Facebook |
    Подели на Фејсбуку | Dela på Facebook | ఫేస్‌బుక్‌లో పంచుకోండి | Facebook üzerinde paylaş | 在 Facebook 上共享 |
    分享到 Facebook | مشاركة على Tumblr | Tumblr-da paylaş | Del på Tumblr | Auf Tumblr teilen |
    Μοιραστείτε στο Tumblr | Compartir en Tumblr | اشتراک‌گذاری روی تامبلر | Partager sur Tumblr |
    Co-roinn air Tumblr | שיתוף ב-Tumblr | Megosztása a Tumblr-n | Berbagi di Tumblr | Condividi su Tumblr |
    Tumblr で共有 | Tumblr에서 공유 | Kongsikan di Tumblr | Del på Tumbl | Delen op Tumblr |
    Compartilhar no Tumblr | Partajare pe Tumblr | Поделиться записями на Tumblr | Ndajeni me të tjerët në Tumblr |
    Dela på Tumblr | Tumblr' da Paylaş | 在 Tumblr 上共享 | 在 Tumblr 上分享 | Epos | البريد الإلكتروني | E-poçt |
    Имейл | Correu electrònic | پۆستی ئەلکترۆنی | Emailová adresa | E-bost | e-mail | E-Mail | Correo electrónico |
    رایانشانی | Sähköpostiosoite | E-mail | Post-d | Correo-e | אימייל | E-pošta | Surel | Tölvupóstur |
    メールアドレス | 이메일 | El. pašto adresas | Е-пошта | အီးမေးလ် | E-post | වි-තැපැල් | ఈమెయిలు | อีเมล์ |
    E-posta | Електрона пошта | Thư điện tử | 电子邮箱 | 電子郵件 | Druk | اطبع | Çap et | Отпечатване | Štampanje |
    Imprimeix | چاپكردن | Tisk | Argraffu | Drucken | Εκτύπωση | Imprimir | چاپ | Tulosta | Imprimer | Clò-bhuail |
    להדפיס | Ispiši | Nyomtatás | Cetak | Prenta | Stampa | 印刷 | 인쇄 | Spausdinti | Печати | ပုံနှိပ်ပါ |
    Skriv ut | Afdrukken | Wydrukuj | Imprimare | Печать | මුද්‍රණය | Tlačiť | Natisni | Shtype | Штампање |
    ముద్రించు | พิมพ์ | Yazdır | Друк | In | 打印 | 列印 | المزيد | Daha çox | Още | Više | Més | زۆرتر | Rhagor |
    Mere | Mehr | Περισσότερα | Más | بیشتر | Lisää | Plus | Barrachd | Máis | עוד | (tovább...) | Lagi | Meira |
    Altro | 続き | Daugiau | ဆက်၍ | Mer | Meer | Meir | Więcej | Mais | Mai mult | Больше | Viac | Më | Више |
    మరిన్ని | เพิ่มเติม | Daha fazla | Більше | مزید | Thêm | 更多 | انشر | Натисни ме | Objavi ovo | Premeu això |
    کرته‌ی ئێره‌ بکه‌ | Kliknout a publikovat | Press det | Publicar esto | نشر این | Julkaise tämä |
    Publier un article | Publicar isto | לגהץ | Press-kan Ini | Birta þetta | Pubblicalo | 끌어오기 |
    Притисни тука | ဒါကို ပုံနှိပ်ဖော်ပြပါ | Skriv om dette | Publiceer dit | Trykk dette | Publique isso |
    Publică-asta | Опубликовать | මේ ගැන ලියන්න | Објави ово | Blogga det här | దీన్ని ప్రచురించు |
    Натисніть на це | Đăng trang web này | 快捷发布 | 發表至網誌
    """
)
"""What says "Share on Facebook", "Email", "Print", "More": words on buttons."""

PREVIOUS_AND_NEXT = wording(
    """
    تدوينة سابقة | Предишна публикация | Prethodni članak | Entrada prèvia | بابه‌تی پێشوو | Předchozí příspěvek |
    Cofnod Blaenorol | Tidligere indlæg | Vorheriger Beitrag | Προηγούμενο άρθρο | Antaŭa afiŝo |
    Artículos anteriores | Entrada anterior | Entradas anteriores | Eelmine postitus | Aurreko bidalketa |
    نوشته‌های پیشین | Edellinen artikkeli | Article précèdent | Am post roimhe | Artigo anterior | הפוסט הקודם |
    Prethodna objava | Előző bejegyzés | Tulisan Sebelumnya | Articolo precedente | 過去の投稿へ |
    Tulisan Sakdurunge | წინა ჩანაწერი | 이전 글 | Iepriekšējais raksts | Претходен написи | Kiriman Sebelumnya |
    Forrige innlegg | Vorige bericht | Poprzedni wpis | Post anterior | Articolul anterior | Предыдущая запись |
    Предыдущая статья | පෙර සටහන | Predošlý článok | Prejšnji prispevek | Postimi i Mëparshëm | Претходни чланак |
    Tulisan Saméméhna | Tidigare inlägg | Chapisho Lililopita | முன்னைய பதிவு | Önceki Yazı | ئالدىنقى يازما |
    Попередня публікація | Bài trước | 上一篇文章 | تدوينة لاحقة | Следваща публикация | Sljedeći članak |
    Entrada següent | بابه‌تی داهاتوو | Další příspěvek | Cofnod Nesaf | Næste indlæg | Nächster Beitrag |
    Επόμενο άρθρο | Sekva afiŝo | Artículos siguientes | Entrada siguiente | Entradas siguientes |
    Järgmine postitus | Hurrengo bidalketa | نوشته‌ی بعدی | Seuraava artikkeli | Article suivant | An ath-phost |
    Artigo seguinte | הפוסט הבא | Sljedeća objava | Következő bejegyzés | Tulisan Berikutnya | Articolo successivo |
    次の投稿へ | Tulisan Sakwise | შემდეგი ჩანაწერი | 다음 글 | Nākamais raksts | Следен напис |
    Kiriman Berikutnya | Neste innlegg | Volgende bericht | Następny wpis | Próximo post | Următorul articol |
    Следующая запись | Следующая статья | පසු සටහන | Ďalší článok | Naslednji prispevek | Postimi Pasues |
    Следећи чланак | Seratan Salajengna | Följande inlägg | Chapisho ifuatayo | அடுத்த பதிவு | Sonraki Yazı |
    كېيىنكى يازما | Наступна публікація | Bài sau | 下一篇文章
    """
)
"""What says "Previous Post" and "Next Post"; an author may write so, too."""

POST_NAVIGATION = wording(
    """
    Navegació d'entrades | Navegación de entradas | راهبری نوشته‌ها | Navigacija objava | პოსტის ნავიგაცია |
    Навигация по записям | Кретање чланка | 文章导航 | 文章導覽 | პოსტების ნავიგაცია | Кретање чланака | 文章分頁 |
    Beitrags-Navigation
    """
)
"""What says "Post navigation", the heading that only screen readers tell."""

MORE = wording(
    """
    (više…) | (més…) | (rhagor…) | (mere…) | (mehr…) | (περισσότερα…) | (más…) | (بیشتر…) | (lisää…) | (suite…) |
    (máis…) | המשך… | (さらに…) | (ဆက်ရန်…) | (далее…) | (viac…) | (več…) | (më tepër…) | (више…) | (mer…) |
    (تېخىمۇ كۆپ…) | (далі…) | （更多…） | （繼續閱讀…）
    """
)
"""What says "(more…)"."""
